package accessreviews.notifications;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;

/** How many notifications wait to be sent, and since when, looked up when it is asked for. */
@ApplicationScoped
class OutboxAge {
  private static final String WAITING = "from notification where sent_date_time is null";

  private final Session database;
  private final InstantSource clock;
  private final MeterRegistry metrics;

  OutboxAge(Session database, InstantSource clock, MeterRegistry metrics) {
    this.database = database;
    this.clock = clock;
    this.metrics = metrics;
  }

  void register(@Observes StartupEvent event) {
    Gauge.builder("access.reviews.notifications.waiting", this, OutboxAge::waiting)
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

  private double waiting() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                    .createNativeQuery("select count(*) " + WAITING, Long.class)
                    .getSingleResult());
  }

  private double oldestMilliseconds() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                    .createNativeQuery(
                        "select created_date_time " + WAITING + " order by id limit 1",
                        Instant.class)
                    .uniqueResultOptional())
        .map(oldest -> Duration.between(oldest, clock.instant()).toMillis())
        .orElse(0L);
  }
}
