package accessreviews.platform;

import accessreviews.platform.Backlog.Waiting;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The metrics of each {@link Backlog}. The database is asked in the background, so that a scrape
 * waits for nothing.
 */
@ApplicationScoped
class Backlogs {
  private static final Logger LOG = Logger.getLogger(Backlogs.class);
  private static final double MILLISECONDS = 1_000;

  private final List<Gauges> all;
  private final InstantSource clock;

  Backlogs(@All List<Backlog> all, InstantSource clock, MeterRegistry metrics) {
    this.all = all.stream().map(one -> Gauges.of(one, metrics)).toList();
    this.clock = clock;
  }

  private record Gauges(Backlog backlog, MultiGauge waiting, MultiGauge oldest) {
    static Gauges of(Backlog backlog, MeterRegistry metrics) {
      var name = "access.reviews." + backlog.name();
      return new Gauges(
          backlog,
          MultiGauge.builder(name + ".waiting")
              .description(backlog.description())
              .register(metrics),
          MultiGauge.builder(name + ".oldest")
              .description("For how long the oldest of them has been waiting")
              .baseUnit("seconds")
              .register(metrics));
    }
  }

  @Scheduled(
      every = "${access-reviews.metrics.every:2s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    for (var one : all) {
      try {
        show(one, QuarkusTransaction.requiringNew().call(one.backlog()::count));
      } catch (RuntimeException e) {
        LOG.debug("The metric keeps its last value", e);
      }
    }
  }

  private void show(Gauges gauges, List<Waiting> found) {
    gauges
        .waiting()
        .register(found.stream().<Row<?>>map(of -> Row.of(of.kind(), of.count())).toList(), true);
    gauges
        .oldest()
        .register(
            found.stream().<Row<?>>map(of -> Row.of(of.kind(), of, this::oldestSeconds)).toList(),
            true);
  }

  private double oldestSeconds(Waiting of) {
    var oldest = of.oldest();
    return oldest == null
        ? 0
        : Math.max(0, Duration.between(oldest, clock.instant()).toMillis()) / MILLISECONDS;
  }
}
