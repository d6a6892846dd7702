package accessreviews.notifications.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts notices by their kind and channel. */
@ApplicationScoped
public class NoticeMetrics {
  /** The mails, as the column {@code channel} has them. */
  public static final String MAIL = "mail";

  /** The webhooks, as the column {@code channel} has them. */
  public static final String WEBHOOK = "webhook";

  private static final String SENT = "access.reviews.notices.sent";
  private static final String FAILED = "access.reviews.notices.failed";

  private final MeterRegistry metrics;

  NoticeMetrics(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** {@code count} notices were handed over. */
  public void sent(String channel, String kind, int count) {
    counter(SENT, "Notices that were handed over", channel, kind).increment(count);
  }

  /** {@code count} notices are given up, or were refused for good. */
  public void failed(String channel, String kind, int count) {
    counter(FAILED, "Notices that are not tried again", channel, kind).increment(count);
  }

  private Counter counter(String name, String description, String channel, String kind) {
    return Counter.builder(name)
        .description(description)
        .tags(tags(channel, kind))
        .register(metrics);
  }

  static Tags tags(String channel, String kind) {
    return Tags.of("channel", channel, "kind", kind);
  }
}
