package accessreviews.emulator;

import accessreviews.platform.ClockMoves;
import accessreviews.platform.ServiceClock;
import accessreviews.platform.StateEmptied;
import accessreviews.platform.due.DueTransitions;
import accessreviews.platform.persistence.TimeLimits;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * The service's clock under the emulator. The database stores it, so it survives a restart and all
 * replicas follow it.
 */
@ApplicationScoped
class EmulatorClock {
  private static final Logger LOG = Logger.getLogger(EmulatorClock.class);
  private static final Duration LONGEST_MOVE = Duration.ofHours(1);

  private final EmulatorConfig config;
  private final ServiceClock clock;
  private final DueTransitions transitions;
  private final Event<StateEmptied> emptied;
  private final Event<ClockMoves> moves;
  private final ReentrantLock moving = new ReentrantLock();

  EmulatorClock(
      EmulatorConfig config,
      ServiceClock clock,
      DueTransitions transitions,
      Event<StateEmptied> emptied,
      Event<ClockMoves> moves) {
    this.config = config;
    this.clock = clock;
    this.transitions = transitions;
    this.emptied = emptied;
    this.moves = moves;
  }

  /** Runs before the search for due transitions, because the clock may be long before real time. */
  void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent start) {
    follow();
    if (config.enabled()) {
      LOG.warn(
          "The emulator is on: callers can move the clock and delete everything. Set"
              + " access-reviews.emulator.enabled=false in production.");
    }
  }

  /** Reads the clock, which another replica, or this one before a restart, may have moved. */
  @Scheduled(
      every = "${access-reviews.transitions.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void follow() {
    if (config.enabled() && moving.tryLock()) {
      try {
        QuarkusTransaction.requiringNew().run(() -> show(StoredClock.get(LockModeType.NONE)));
      } finally {
        moving.unlock();
      }
    }
  }

  /**
   * Moves the clock from its current instant to {@code target}. Returns when everything due by then
   * has happened, each event at its own instant. Only one replica moves the clock at a time; the
   * result is the instant that this call set, because the next call may already have moved it on.
   */
  Instant move(UnaryOperator<Instant> target) {
    var moved = new AtomicReference<Instant>();
    exclusively(
        stored -> {
          var from = clock.instant();
          var until = target.apply(from).truncatedTo(ChronoUnit.MICROS); // as the clock keeps it
          moved.set(until);
          clock.freezeAt(until.isBefore(from) ? until : from);
          try {
            transitions.runDueUntil(until, this::moveOn);
            moveOn(until);
          } finally {
            stored.standAt(until);
            clock.freezeAt(until);
          }
        });
    return moved.get();
  }

  private void moveOn(Instant to) {
    moves.fire(new ClockMoves(to));
    clock.freezeAt(to);
  }

  /** Empties the service, and sets the clock back to real time. */
  void reset() {
    exclusively(
        stored -> {
          emptied.fire(new StateEmptied());
          stored.standAt(null);
          clock.unfreeze();
        });
  }

  private void exclusively(Consumer<StoredClock> change) {
    moving.lock(); // before a connection is taken: those who wait here hold none
    try {
      QuarkusTransaction.requiringNew()
          .timeout((int) LONGEST_MOVE.toSeconds())
          .run(
              () -> {
                TimeLimits.ofStep(Panache.getEntityManager().unwrap(Session.class));
                var stored = StoredClock.get(LockModeType.PESSIMISTIC_WRITE);
                show(stored);
                change.accept(stored);
              });
    } finally {
      moving.unlock();
    }
  }

  private void show(StoredClock stored) {
    stored.frozenAt().ifPresentOrElse(clock::freezeAt, clock::unfreeze);
  }
}
