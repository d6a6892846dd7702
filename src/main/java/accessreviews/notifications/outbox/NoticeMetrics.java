package accessreviews.notifications.outbox;

import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.InstantSource;
import java.util.ArrayList;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * The metrics of notices, by their kind and channel. What waits is counted in the background, so
 * that a scrape waits for nothing.
 */
@ApplicationScoped
public class NoticeMetrics {
  /** The mails, as the column {@code channel} has them. */
  public static final String MAIL = "mail";

  /** The webhooks, as the column {@code channel} has them. */
  public static final String WEBHOOK = "webhook";

  private static final Logger LOG = Logger.getLogger(NoticeMetrics.class);
  private static final String SENT = "access.reviews.notices.sent";
  private static final String FAILED = "access.reviews.notices.failed";
  private static final Sql WAITING = Sql.file("notifications/outbox/count-waiting");

  /** The rows that are counted; of more, metrics say so many. */
  private static final int MOST = 100_000;

  private final Session database;
  private final InstantSource clock;
  private final MeterRegistry metrics;
  private final MultiGauge waiting;
  private final MultiGauge oldest;

  NoticeMetrics(Session database, InstantSource clock, MeterRegistry metrics) {
    this.database = database;
    this.clock = clock;
    this.metrics = metrics;
    this.waiting =
        MultiGauge.builder("access.reviews.notices.waiting")
            .description("Notices that wait to be sent")
            .register(metrics);
    this.oldest =
        MultiGauge.builder("access.reviews.notices.oldest")
            .description("For how long the oldest of them has been waiting")
            .baseUnit("seconds")
            .register(metrics);
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

  private static Tags tags(String channel, String kind) {
    return Tags.of("channel", channel, "kind", kind);
  }

  @Scheduled(
      every = "${access-reviews.metrics.every:2s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try {
      QuarkusTransaction.requiringNew().run(this::count);
    } catch (RuntimeException e) {
      LOG.debug("The metrics keep their last values", e);
    }
  }

  private void count() {
    var counts = new ArrayList<Row<?>>();
    var ages = new ArrayList<Row<?>>();
    for (var row :
        BulkStatement.of(WAITING)
            .with("most", MOST)
            .at("now", clock.instant())
            .query(database, Tuple.class)
            .getResultList()) {
      var tags = tags(row.get("channel", String.class), row.get("kind", String.class));
      counts.add(Row.of(tags, row.get("waiting", Long.class)));
      ages.add(Row.of(tags, row.get("oldest", Double.class)));
    }
    waiting.register(counts, true);
    oldest.register(ages, true);
  }
}
