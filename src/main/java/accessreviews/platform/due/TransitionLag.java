package accessreviews.platform.due;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The metric of how long the earliest due row of each kind has been waiting; read from the database
 * at each scrape.
 */
@ApplicationScoped
class TransitionLag {
  private final List<DueTransition<?>> kinds;
  private final EarliestDue earliestDue;
  private final InstantSource clock;
  private final MeterRegistry metrics;

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

  private double milliseconds(DueTransition<?> kind) {
    var now = clock.instant();
    return QuarkusTransaction.requiringNew().call(() -> earliestDue.by(now)).stream()
        .filter(due -> due.kind().equals(kind))
        .mapToLong(due -> Duration.between(due.at(), now).toMillis())
        .sum();
  }
}
