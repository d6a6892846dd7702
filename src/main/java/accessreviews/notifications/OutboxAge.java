package accessreviews.notifications;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How many notifications wait to be sent, up to 10,000, and since when. The database is asked in
 * the background, so that a scrape waits for nothing.
 */
@ApplicationScoped
class OutboxAge {
  private static final Logger LOG = Logger.getLogger(OutboxAge.class);

  private static final String WAITING = "from notification where sent_date_time is null";

  private final Session database;
  private final InstantSource clock;
  private final MeterRegistry metrics;
  private volatile Waiting waiting = new Waiting(0, null);

  OutboxAge(Session database, InstantSource clock, MeterRegistry metrics) {
    this.database = database;
    this.clock = clock;
    this.metrics = metrics;
  }

  private record Waiting(long count, @Nullable Instant oldest) {}

  void register(@Observes StartupEvent event) {
    Gauge.builder("access.reviews.notifications.waiting", this, age -> age.waiting.count())
        .description("Notifications that wait to be sent")
        .register(metrics);
    TimeGauge.builder(
            "access.reviews.notifications.oldest",
            this,
            TimeUnit.MILLISECONDS,
            OutboxAge::oldestMilliseconds)
        .description("For how long the oldest of them has been waiting")
        .register(metrics);
  }

  @Scheduled(
      every = "${access-reviews.metrics.every:2s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try {
      waiting =
          QuarkusTransaction.requiringNew()
              .call(
                  () ->
                      new Waiting(
                          database
                              .createNativeQuery(
                                  "select count(*) from (select " + WAITING + " limit 10000) one",
                                  Long.class)
                              .getSingleResult(),
                          database
                              .createNativeQuery(
                                  "select created_date_time " + WAITING + " order by id limit 1",
                                  Instant.class)
                              .uniqueResult()));
    } catch (RuntimeException e) {
      LOG.debug("The metric keeps its last value", e);
    }
  }

  private double oldestMilliseconds() {
    var oldest = waiting.oldest();
    return oldest == null ? 0 : Math.max(0, Duration.between(oldest, clock.instant()).toMillis());
  }
}
