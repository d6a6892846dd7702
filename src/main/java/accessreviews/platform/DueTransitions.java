package accessreviews.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Lets happen what is due, in the order of time, each in a transaction of its own. Any number of
 * replicas may do so at once: a row is claimed with {@code FOR UPDATE SKIP LOCKED}.
 */
@ApplicationScoped
public class DueTransitions {
  private static final Logger LOG = Logger.getLogger(DueTransitions.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final List<DueTransition<?>> kinds;
  private final ServiceClock clock;
  private final MeterRegistry metrics;

  DueTransitions(@All List<DueTransition<?>> kinds, ServiceClock clock, MeterRegistry metrics) {
    this.kinds = List.copyOf(kinds);
    this.clock = clock;
    this.metrics = metrics;
  }

  /** A kind of transition, and when its first one is due. */
  private record Due(DueTransition<?> kind, Instant at) {}

  @Scheduled(
      every = "${access-reviews.transitions.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    happenNow();
  }

  /** Lets everything happen that is due by now; what fails is logged, and tried again later. */
  public void happenNow() {
    try {
      happenBy(clock.instant());
    } catch (RuntimeException e) {
      LOG.error("Transitions that are due could not be looked for; the next tick tries again", e);
    }
  }

  /**
   * Lets everything happen that is due by {@code until}, each at its own instant, which {@code
   * moveClock} is told first; returns when nothing is left, on other replicas either.
   */
  public void happenInOrderUntil(Instant until, Consumer<Instant> moveClock) {
    var patience = PATIENCE;
    var due = earliest(until);
    while (due.isPresent()) {
      var at = due.get().at();
      if (at.isAfter(clock.instant())) {
        moveClock.accept(at);
      }
      happenBy(at);
      due = earliest(until);
      if (due.isPresent() && !due.get().at().isAfter(at)) {
        patience = patience.minus(PAUSE);
        waitForOthers(due.get(), patience);
      }
    }
  }

  /** Somebody else is at work on what is due, or it fails; neither may go on for ever. */
  private static void waitForOthers(Due due, Duration patience) {
    if (patience.isNegative()) {
      throw new IllegalStateException(
          "%s due at %s does not happen; the log says why".formatted(due.kind().name(), due.at()));
    }
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while transitions are due", e);
    }
  }

  private Optional<Due> earliest(Instant until) {
    return due(until).stream().findFirst();
  }

  /** The kinds that have something due by {@code until}, in the order of time, then of priority. */
  private List<Due> due(Instant until) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                kinds.stream()
                    .flatMap(kind -> kind.rows().earliest().map(at -> new Due(kind, at)).stream())
                    .filter(due -> !due.at().isAfter(until))
                    .sorted(Comparator.comparing(Due::at))
                    .toList());
  }

  private void happenBy(Instant instant) {
    var failed = new HashSet<UUID>();
    while (due(instant).stream().anyMatch(due -> happenOnce(due.kind(), instant, failed))) {
      // one after the other, the order looked up anew each time
    }
  }

  private <T> boolean happenOnce(DueTransition<T> kind, Instant instant, Set<UUID> failed) {
    var claimed = new AtomicReference<UUID>();
    try {
      var happened =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    var row = kind.rows().claim(instant, failed);
                    row.map(kind::id).ifPresent(claimed::set);
                    row.ifPresent(kind::happen);
                    return row.isPresent();
                  });
      if (happened) {
        count(kind, "done");
      }
      return happened;
    } catch (RuntimeException e) {
      var id = claimed.get();
      if (id == null) {
        throw e;
      }
      failed.add(id);
      count(kind, "failed");
      LOG.errorf(e, "%s of %s failed and is tried again at the next tick", kind.name(), id);
      return true;
    }
  }

  private void count(DueTransition<?> kind, String outcome) {
    metrics
        .counter("access.reviews.transitions", "transition", kind.name(), "outcome", outcome)
        .increment();
  }
}
