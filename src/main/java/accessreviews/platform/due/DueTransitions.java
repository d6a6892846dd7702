package accessreviews.platform.due;

import accessreviews.platform.ServiceClock;
import accessreviews.platform.due.EarliestDue.Due;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Runs due transitions in the order of time, each in a transaction of its own. Any number of
 * replicas may do so at once: a transition claims its series with {@code SKIP LOCKED}, and runs
 * only if nothing earlier of that series is due.
 */
@ApplicationScoped
public class DueTransitions {
  private static final Logger LOG = Logger.getLogger(DueTransitions.class);

  /** The number of failures after which {@link #runDueUntil} gives up. */
  private static final int ATTEMPTS = 5;

  private static final Duration BEFORE_NEXT_ATTEMPT = Duration.ofSeconds(1);

  /** The transaction timeout: a million decision items take a minute on a small machine. */
  private static final int LONGEST_SECONDS = 3600;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final EarliestDue earliestDue;
  private final ServiceClock clock;
  private final MeterRegistry metrics;

  DueTransitions(EarliestDue earliestDue, ServiceClock clock, MeterRegistry metrics) {
    this.earliestDue = earliestDue;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** One pass over the due transitions, until this replica can run no more of them. */
  private static final class Pass {
    private final Set<UUID> passedOver = new HashSet<>();
    private boolean failed;
  }

  @Scheduled(
      every = "${access-reviews.transitions.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    runDue();
  }

  /**
   * Runs everything that is due by now. A transition that fails is logged, and runs again later.
   */
  public void runDue() {
    try {
      runAll(clock::instant);
    } catch (RuntimeException e) {
      LOG.error("Could not query due transitions; retrying at the next tick", e);
    }
  }

  /**
   * Runs everything that is due by now. If another replica is working on {@code series}, waits for
   * it, but not for long.
   */
  public void settle(UUID series) {
    runDue();
    for (var waited = Duration.ZERO;
        isDue(series) && waited.compareTo(LONGEST_WAIT) < 0;
        waited = waited.plus(PAUSE)) {
      pause(PAUSE);
      runDue();
    }
  }

  private boolean isDue(UUID series) {
    return QuarkusTransaction.requiringNew()
        .call(() -> earliestDue.next(series, clock.instant()))
        .isPresent();
  }

  /**
   * Runs everything that is due by {@code until}, each transition at its own instant; {@code
   * moveClock} gets the instant first. Returns when nothing is left, on other replicas either.
   */
  public void runDueUntil(Instant until, Consumer<Instant> moveClock) {
    var attempts = 0;
    var due = earliest(until);
    while (due.isPresent()) {
      var at = due.get().at();
      if (at.isAfter(clock.instant())) {
        moveClock.accept(at);
      }
      var failed = runAll(() -> at);
      due = earliest(until);
      if (due.isPresent() && !due.get().at().isAfter(at)) {
        attempts += failed ? 1 : 0;
        requirePatience(due.get(), attempts);
        pause(failed ? BEFORE_NEXT_ATTEMPT : PAUSE);
      }
    }
  }

  /** Another replica may take long; a transition that fails repeatedly is an error. */
  private static void requirePatience(Due due, int attempts) {
    if (attempts >= ATTEMPTS) {
      throw new IllegalStateException(
          "%s due at %s keeps failing; the log has the reason"
              .formatted(due.kind().name(), due.at()));
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
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
    return QuarkusTransaction.requiringNew().call(() -> earliestDue.by(until));
  }

  /**
   * Runs one transition after the other. Time and order are read again for each, because the
   * emulator may turn the clock back. Returns whether any failed.
   */
  private boolean runAll(Supplier<Instant> now) {
    var pass = new Pass();
    boolean more;
    do {
      more = runNext(now.get(), pass);
    } while (more);
    return pass.failed;
  }

  private boolean runNext(Instant instant, Pass pass) {
    return due(instant).stream().anyMatch(due -> claimAndRun(due.kind(), instant, pass));
  }

  /**
   * Claims a row of {@code kind} and runs its transition; returns whether a row could be claimed.
   * From then on this pass skips a series whose transition fails, or has something earlier due that
   * another replica is working on.
   */
  private <T> boolean claimAndRun(DueTransition<T> kind, Instant instant, Pass pass) {
    var claimed = new AtomicReference<DueRows.Claim>();
    try {
      QuarkusTransaction.requiringNew()
          .timeout(LONGEST_SECONDS)
          .run(
              () -> {
                var claim = kind.rows().claim(instant, pass.passedOver);
                claim.ifPresent(claimed::set);
                claim.ifPresent(one -> happen(kind, one, pass.passedOver));
              });
      return claimed.get() != null;
    } catch (RuntimeException e) {
      var claim = claimed.get();
      if (claim == null) {
        throw e;
      }
      pass.passedOver.add(claim.series());
      pass.failed = true;
      count(kind, "failed");
      LOG.errorf(e, "%s of %s failed; retrying at the next tick", kind.name(), claim.id());
      return true;
    }
  }

  /**
   * Runs the transition of a claimed row. It does nothing if another replica was faster, if
   * something earlier of the series is due, or if the emulator has turned the clock back.
   */
  private <T> void happen(DueTransition<T> kind, DueRows.Claim claim, Set<UUID> passedOver) {
    var row = kind.rows().read(claim);
    if (row.isPresent() && (claim.at().isAfter(clock.instant()) || !isNext(kind, claim))) {
      passedOver.add(claim.series());
    } else if (row.isPresent()) {
      kind.happen(row.get());
      count(kind, "done");
    }
  }

  /** Whether {@code claim} is the next transition of its series, whose lock is held. */
  private boolean isNext(DueTransition<?> kind, DueRows.Claim claim) {
    return earliestDue
        .next(claim.series(), claim.at())
        .filter(due -> due.kind().equals(kind) && due.at().equals(claim.at()))
        .isPresent();
  }

  private void count(DueTransition<?> kind, String outcome) {
    metrics
        .counter("access.reviews.transitions", "transition", kind.name(), "outcome", outcome)
        .increment();
  }
}
