package accessreviews.platform.due;

import static java.util.stream.Collectors.toMap;

import accessreviews.platform.due.EarliestDue.Due;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The metric of how long the earliest due row of each kind has been waiting. The database is asked
 * in the background, so that a scrape waits for nothing.
 */
@ApplicationScoped
class TransitionLag {
  private static final Logger LOG = Logger.getLogger(TransitionLag.class);

  private final List<DueTransition<?>> kinds;
  private final EarliestDue earliestDue;
  private final InstantSource clock;
  private final MeterRegistry metrics;
  private volatile Map<DueTransition<?>, Instant> waiting = Map.of();

  TransitionLag(
      @All List<DueTransition<?>> kinds,
      EarliestDue earliestDue,
      InstantSource clock,
      MeterRegistry metrics) {
    this.kinds = List.copyOf(kinds);
    this.earliestDue = earliestDue;
    this.clock = clock;
    this.metrics = metrics;
  }

  void register(@Observes StartupEvent event) {
    for (var kind : kinds) {
      TimeGauge.builder(
              "access.reviews.transitions.lag", kind, TimeUnit.MILLISECONDS, this::milliseconds)
          .tag("transition", kind.name())
          .description("For how long the first one that is due has been waiting")
          .register(metrics);
    }
  }

  @Scheduled(
      every = "${access-reviews.metrics.every:2s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try {
      waiting =
          QuarkusTransaction.requiringNew().call(() -> earliestDue.by(clock.instant())).stream()
              .collect(toMap(Due::kind, Due::at));
    } catch (RuntimeException e) {
      LOG.debug("The metric keeps its last value", e);
    }
  }

  private double milliseconds(DueTransition<?> kind) {
    var at = waiting.get(kind);
    return at == null ? 0 : Math.max(0, Duration.between(at, clock.instant()).toMillis());
  }
}
