package accessreviews.platform.due;

import accessreviews.platform.Pause;
import accessreviews.platform.ServiceClock;
import accessreviews.platform.due.EarliestDue.Due;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Runs due transitions in the order of time, each in a transaction of its own. Any number of
 * replicas may do so at once: a transition claims its series with {@code SKIP LOCKED}, and runs
 * only if nothing earlier of that series is due.
 */
@ApplicationScoped
public class DueTransitions {
  private static final Logger LOG = Logger.getLogger(DueTransitions.class);

  /** How often {@link #runDueUntil} tries what another attempt may mend. */
  private static final int MOVED_ATTEMPTS = 2;

  private static final Duration BEFORE_NEXT_ATTEMPT = Duration.ofSeconds(1);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final EarliestDue earliestDue;
  private final BackOff backOff;
  private final TransitionRun run;
  private final ServiceClock clock;
  private final Semaphore workers;

  DueTransitions(
      EarliestDue earliestDue,
      BackOff backOff,
      TransitionRun run,
      ServiceClock clock,
      @ConfigProperty(name = "access-reviews.transitions.workers", defaultValue = "3")
          int workers) {
    this.earliestDue = earliestDue;
    this.backOff = backOff;
    this.run = run;
    this.clock = clock;
    this.workers = new Semaphore(workers);
  }

  /**
   * Begins a pass, also while others run: a transition that takes long holds up one of the workers.
   */
  @Scheduled(
      every = "${access-reviews.transitions.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.PROCEED)
  void tick() {
    if (workers.tryAcquire()) {
      try {
        runDue();
      } finally {
        workers.release();
      }
    }
  }

  /**
   * Runs everything that is due by now. A transition that fails is logged, and runs again later.
   */
  public void runDue() {
    try {
      runAll(clock::instant, Pass.over(backOff.waiting()));
    } catch (RuntimeException e) {
      couldNotQuery(e);
    }
  }

  /**
   * Runs what is due of {@code series} by now. If another worker is at it, waits for it, but not
   * for long. A series that fails is left to its next attempt.
   */
  public void settle(UUID series) {
    try {
      var waited = Duration.ZERO;
      var due = next(series);
      while (due.isPresent() && !backOff.isFailing(series) && waited.compareTo(LONGEST_WAIT) < 0) {
        if (!runOf(series, due.get().kind())) {
          Pause.of(PAUSE);
          waited = waited.plus(PAUSE);
        }
        due = next(series);
      }
    } catch (RuntimeException e) {
      couldNotQuery(e);
    }
  }

  /** Without a stack trace: while the database is away it comes at every tick. */
  private static void couldNotQuery(RuntimeException e) {
    LOG.errorf(
        "Could not query due transitions; retrying at the next tick: %s", new Failure(e).cause());
    LOG.debug("Could not query due transitions", e);
  }

  private Optional<Due> next(UUID series) {
    return QuarkusTransaction.requiringNew().call(() -> earliestDue.next(series, clock.instant()));
  }

  /**
   * Runs everything that is due by {@code until}, each transition at its own instant; {@code
   * moveClock} gets the instant first. Returns when nothing is left, on other replicas either. It
   * does not wait for the next attempt of a series that fails: that is tried some times at once,
   * and then left to the workers.
   */
  public void runDueUntil(Instant until, Consumer<Instant> moveClock) {
    var failures = new HashMap<UUID, Integer>();
    var left = new HashSet<UUID>();
    var due = earliest(until, left);
    while (due.isPresent()) {
      var at = due.get().at();
      if (at.isAfter(clock.instant())) {
        moveClock.accept(at);
      }
      var pass = Pass.over(left);
      runAll(() -> at, pass);
      pass.failed()
          .forEach(
              (series, failure) -> {
                var most = failure.mayPass() ? MOVED_ATTEMPTS : BackOff.ATTEMPTS;
                if (failures.merge(series, 1, Integer::sum) >= most) {
                  left.add(series);
                }
              });
      due = earliest(until, left);
      if (due.isPresent() && !due.get().at().isAfter(at)) {
        Pause.of(pass.mayBeRetried() ? BEFORE_NEXT_ATTEMPT : PAUSE);
      }
    }
  }

  private Optional<Due> earliest(Instant until, Collection<UUID> without) {
    return QuarkusTransaction.requiringNew().call(() -> earliestDue.by(until, without)).stream()
        .findFirst();
  }

  /** The kinds that have something due by {@code until}, in the order of time, then of priority. */
  private List<Due> due(Instant until) {
    return QuarkusTransaction.requiringNew().call(() -> earliestDue.by(until));
  }

  /**
   * Runs one transition after the other. Time and order are read again for each, because the
   * emulator may turn the clock back.
   */
  private void runAll(Supplier<Instant> now, Pass pass) {
    boolean more;
    do {
      more = runNext(now.get(), pass);
    } while (more);
  }

  private boolean runNext(Instant instant, Pass pass) {
    return due(instant).stream()
        .anyMatch(
            due ->
                run.claimAndRun(
                    due.kind(), () -> due.kind().rows().claim(instant, pass.passedOver()), pass));
  }

  /** Runs one transition of {@code series}; returns whether it happened. */
  private boolean runOf(UUID series, DueTransition<?> kind) {
    var pass = Pass.over(Set.of());
    return run.claimAndRun(kind, () -> kind.rows().claimOf(series, clock.instant()), pass)
        && pass.passedOver().isEmpty();
  }
}
