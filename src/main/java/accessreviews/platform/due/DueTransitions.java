package accessreviews.platform.due;

import accessreviews.platform.ServiceClock;
import accessreviews.platform.due.Agenda.Due;
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
 * Lets happen what is due, in the order of time, each in a transaction of its own. Any number of
 * replicas may do so at once: the series of a row is claimed, {@code SKIP LOCKED}, and only when
 * nothing else of the series comes before it.
 */
@ApplicationScoped
public class DueTransitions {
  private static final Logger LOG = Logger.getLogger(DueTransitions.class);

  /** How often something may fail before a mover of the clock gives up, and how soon again. */
  private static final int ATTEMPTS = 5;

  private static final Duration BEFORE_NEXT_ATTEMPT = Duration.ofSeconds(1);

  /** A million decision items take a minute where the machine is small. */
  private static final int LONGEST_SECONDS = 3600;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Agenda agenda;
  private final ServiceClock clock;
  private final MeterRegistry metrics;

  DueTransitions(Agenda agenda, ServiceClock clock, MeterRegistry metrics) {
    this.agenda = agenda;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** One look after another until nothing is left that can happen here. */
  private static final class Round {
    private final Set<UUID> passedOver = new HashSet<>();
    private boolean failed;
  }

  @Scheduled(
      every = "${access-reviews.transitions.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    happenNow();
  }

  /** Lets everything happen that is due by now; what fails is logged, and tried again later. */
  public void happenNow() {
    try {
      happenBy(clock::instant);
    } catch (RuntimeException e) {
      LOG.error("Transitions that are due could not be looked for; the next tick tries again", e);
    }
  }

  /**
   * Lets everything happen that is due by now, and waits for what is due of {@code series} where
   * somebody else is at work on it, though not for long.
   */
  public void settle(UUID series) {
    happenNow();
    for (var waited = Duration.ZERO;
        isDue(series) && waited.compareTo(LONGEST_WAIT) < 0;
        waited = waited.plus(PAUSE)) {
      pause(PAUSE);
      happenNow();
    }
  }

  private boolean isDue(UUID series) {
    return QuarkusTransaction.requiringNew()
        .call(() -> agenda.next(series, clock.instant()))
        .isPresent();
  }

  /**
   * Lets everything happen that is due by {@code until}, each at its own instant, which {@code
   * moveClock} is told first; returns when nothing is left, on other replicas either.
   */
  public void happenInOrderUntil(Instant until, Consumer<Instant> moveClock) {
    var attempts = 0;
    var due = earliest(until);
    while (due.isPresent()) {
      var at = due.get().at();
      if (at.isAfter(clock.instant())) {
        moveClock.accept(at);
      }
      var failed = happenBy(() -> at);
      due = earliest(until);
      if (due.isPresent() && !due.get().at().isAfter(at)) {
        attempts += failed ? 1 : 0;
        requirePatience(due.get(), attempts);
        pause(failed ? BEFORE_NEXT_ATTEMPT : PAUSE);
      }
    }
  }

  /** Who else is at work on what is due may take long; what fails may not do so for ever. */
  private static void requirePatience(Due due, int attempts) {
    if (attempts >= ATTEMPTS) {
      throw new IllegalStateException(
          "%s due at %s does not happen; the log says why".formatted(due.kind().name(), due.at()));
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
    return QuarkusTransaction.requiringNew().call(() -> agenda.by(until));
  }

  /**
   * One after the other, time and order looked up anew each time: the emulator may turn back.
   * Answers whether anything failed.
   */
  private boolean happenBy(Supplier<Instant> now) {
    var round = new Round();
    boolean more;
    do {
      more = happenNext(now.get(), round);
    } while (more);
    return round.failed;
  }

  private boolean happenNext(Instant instant, Round round) {
    return due(instant).stream().anyMatch(due -> happenOnce(due.kind(), instant, round));
  }

  /**
   * Lets one transition of {@code kind} happen, if a row of it can be claimed; answers whether one
   * could. A series is passed over from then on where a transition of it fails, or where it is not
   * the turn of what was claimed: somebody else is at work on what comes before it.
   */
  private <T> boolean happenOnce(DueTransition<T> kind, Instant instant, Round round) {
    var claimed = new AtomicReference<DueRows.Claim>();
    try {
      QuarkusTransaction.requiringNew()
          .timeout(LONGEST_SECONDS)
          .run(
              () -> {
                var claim = kind.rows().claim(instant, round.passedOver);
                claim.ifPresent(claimed::set);
                claim.ifPresent(one -> happen(kind, one, round.passedOver));
              });
      return claimed.get() != null;
    } catch (RuntimeException e) {
      var claim = claimed.get();
      if (claim == null) {
        throw e;
      }
      round.passedOver.add(claim.series());
      round.failed = true;
      count(kind, "failed");
      LOG.errorf(e, "%s of %s failed and is tried again at the next tick", kind.name(), claim.id());
      return true;
    }
  }

  /**
   * Unless another replica was faster, or it is not the turn of what was claimed: something else
   * comes before it, or the emulator has turned the clock back meanwhile.
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

  /** Whether nothing of the series, whose lock is held, is due before {@code claim}. */
  private boolean isNext(DueTransition<?> kind, DueRows.Claim claim) {
    return agenda
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
