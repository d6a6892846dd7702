package accessreviews.platform;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import accessreviews.platform.Backlog.Waiting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The metrics of each {@link Backlog}. The database is asked in the background, so that a scrape
 * waits for nothing.
 */
@ApplicationScoped
class Backlogs {
  private static final Logger LOG = Logger.getLogger(Backlogs.class);
  private static final Waiting NOTHING = new Waiting(0, null);

  private final List<Backlog> all;
  private final InstantSource clock;
  private final MeterRegistry metrics;
  private final Map<Backlog, Waiting> waiting = new ConcurrentHashMap<>();

  Backlogs(@All List<Backlog> all, InstantSource clock, MeterRegistry metrics) {
    this.all = List.copyOf(all);
    this.clock = clock;
    this.metrics = metrics;
  }

  void register(@Observes StartupEvent event) {
    for (var one : all) {
      var name = "access.reviews." + one.name();
      Gauge.builder(name + ".waiting", one, of -> waiting(of).count())
          .description(one.description())
          .register(metrics);
      TimeGauge.builder(name + ".oldest", one, MILLISECONDS, this::oldestMilliseconds)
          .description("For how long the oldest of them has been waiting")
          .register(metrics);
    }
  }

  @Scheduled(
      every = "${access-reviews.metrics.every:2s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    for (var one : all) {
      try {
        waiting.put(one, QuarkusTransaction.requiringNew().call(one::count));
      } catch (RuntimeException e) {
        LOG.debug("The metric keeps its last value", e);
      }
    }
  }

  private Waiting waiting(Backlog of) {
    return waiting.getOrDefault(of, NOTHING);
  }

  private double oldestMilliseconds(Backlog of) {
    var oldest = waiting(of).oldest();
    return oldest == null ? 0 : Math.max(0, Duration.between(oldest, clock.instant()).toMillis());
  }
}
