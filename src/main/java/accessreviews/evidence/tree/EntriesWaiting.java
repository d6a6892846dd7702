package accessreviews.evidence.tree;

import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How many entries wait for their place in the tree, up to 10,000, and since when. The database is
 * asked in the background, so that a scrape waits for nothing.
 */
@ApplicationScoped
class EntriesWaiting {
  private static final Logger LOG = Logger.getLogger(EntriesWaiting.class);
  private static final Sql COUNT = Sql.file("evidence/tree/count-waiting");

  private final Session database;
  private final InstantSource clock;
  private final MeterRegistry metrics;
  private volatile Waiting waiting = new Waiting(0, null);

  EntriesWaiting(Session database, InstantSource clock, MeterRegistry metrics) {
    this.database = database;
    this.clock = clock;
    this.metrics = metrics;
  }

  private record Waiting(long count, @Nullable Instant oldest) {}

  void register(@Observes StartupEvent event) {
    Gauge.builder("access.reviews.evidence.waiting", this, age -> age.waiting.count())
        .description("Entries of the evidence log that have no place in the tree yet")
        .register(metrics);
    TimeGauge.builder(
            "access.reviews.evidence.oldest",
            this,
            TimeUnit.MILLISECONDS,
            EntriesWaiting::oldestMilliseconds)
        .description("For how long the oldest of them has been waiting")
        .register(metrics);
  }

  @Scheduled(
      every = "${access-reviews.metrics.every:2s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try {
      waiting = QuarkusTransaction.requiringNew().call(this::count);
    } catch (RuntimeException e) {
      LOG.debug("The metric keeps its last value", e);
    }
  }

  private Waiting count() {
    var row =
        BulkStatement.of(COUNT)
            .query(database, Tuple.class)
            .addScalar("entries", Long.class)
            .addScalar("since", Instant.class)
            .getSingleResult();
    return new Waiting(row.get("entries", Long.class), row.get("since", Instant.class));
  }

  private double oldestMilliseconds() {
    var oldest = waiting.oldest();
    return oldest == null ? 0 : Math.max(0, Duration.between(oldest, clock.instant()).toMillis());
  }
}
