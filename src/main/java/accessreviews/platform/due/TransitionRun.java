package accessreviews.platform.due;

import accessreviews.platform.ServiceClock;
import accessreviews.platform.persistence.UpdateTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** One due transition: it is claimed and happens in one transaction, fails, or is given up. */
@ApplicationScoped
class TransitionRun {
  private static final Logger LOG = Logger.getLogger(TransitionRun.class);

  /** The transaction timeout: a million decision items take a minute on a small machine. */
  private static final int LONGEST_SECONDS = 3600;

  private final EarliestDue earliestDue;
  private final BackOff backOff;
  private final UpdateTransaction transaction;
  private final ServiceClock clock;
  private final MeterRegistry metrics;

  TransitionRun(
      EarliestDue earliestDue,
      BackOff backOff,
      UpdateTransaction transaction,
      ServiceClock clock,
      MeterRegistry metrics) {
    this.earliestDue = earliestDue;
    this.backOff = backOff;
    this.transaction = transaction;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Claims a row of {@code kind} and runs its transition; returns whether a row could be claimed.
   * From then on this pass skips a series whose transition fails, or has something earlier due that
   * another worker is at.
   */
  <T> boolean claimAndRun(
      DueTransition<T> kind, Supplier<Optional<DueRows.Claim>> claiming, Pass pass) {
    var claimed = new AtomicReference<DueRows.Claim>();
    try {
      var ran = transaction.again(() -> run(kind, claiming, pass, claimed));
      ran.map(DueRows.Claim::series)
          .filter(series -> !pass.passedOver().contains(series))
          .ifPresent(backOff::passed);
      return ran.isPresent();
    } catch (RuntimeException e) {
      var claim = claimed.get();
      if (claim == null) {
        throw e;
      }
      failed(kind, claim, new Failure(e), pass);
      return true;
    }
  }

  private <T> Optional<DueRows.Claim> run(
      DueTransition<T> kind,
      Supplier<Optional<DueRows.Claim>> claiming,
      Pass pass,
      AtomicReference<DueRows.Claim> claimed) {
    return QuarkusTransaction.requiringNew()
        .timeout(LONGEST_SECONDS)
        .call(
            () -> {
              var claim = claiming.get();
              claim.ifPresent(claimed::set);
              claim.ifPresent(one -> happen(kind, one, pass.passedOver()));
              return claim;
            });
  }

  private void failed(DueTransition<?> kind, DueRows.Claim claim, Failure failure, Pass pass) {
    count(kind, "failed");
    var what = kind.name() + " of " + claim.id();
    if (backOff.failed(claim.series(), what, failure) && givenUp(kind, claim)) {
      backOff.passed(claim.series());
      count(kind, "given-up");
      LOG.errorf("%s is given up after %d attempts", what, BackOff.ATTEMPTS);
    } else {
      pass.failed(claim.series(), failure);
    }
  }

  /** Gives {@code claim} up, unless something else has happened to it meanwhile. */
  private static boolean givenUp(DueTransition<?> kind, DueRows.Claim claim) {
    try {
      return QuarkusTransaction.requiringNew()
          .call(
              () ->
                  kind.rows()
                      .claimOf(claim.series(), claim.at())
                      .filter(again -> again.equals(claim))
                      .map(again -> kind.giveUp(again.id()))
                      .orElse(false));
    } catch (RuntimeException e) {
      LOG.errorf(
          "%s of %s cannot be given up: %s", kind.name(), claim.id(), new Failure(e).cause());
      return false;
    }
  }

  /**
   * Runs the transition of a claimed row. It does nothing if another worker was faster, if
   * something earlier of the series is due, or if the emulator has turned the clock back.
   */
  private <T> void happen(DueTransition<T> kind, DueRows.Claim claim, Set<UUID> passedOver) {
    var row = kind.rows().read(claim);
    if (row.isPresent() && (claim.at().isAfter(clock.instant()) || !isNext(kind, claim))) {
      passedOver.add(claim.series());
    } else if (row.isPresent()) {
      kind.happen(row.get());
      Panache.flush(); // what fails now is not logged as a failed commit
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
