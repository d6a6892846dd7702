package accessreviews.history;

import accessreviews.platform.due.DueRows;
import accessreviews.platform.due.DueTransition;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Takes the due step of a report. One that is requested is in progress at once, for all to see; the
 * next step makes its file; 30 days later both go.
 */
@ApplicationScoped
@Priority(5)
class HistoryStep implements DueTransition<AccessReviewHistoryInstance> {
  private static final DueRows<AccessReviewHistoryInstance> ROWS =
      new DueRows<>(
          AccessReviewHistoryInstance.class,
          "access_review_history_instance",
          "next_transition_at",
          "due.next_transition_at is not null",
          HistoryOccurrence.LANE);

  private final HistoryReport report;
  private final InstantSource clock;

  HistoryStep(HistoryReport report, InstantSource clock) {
    this.report = report;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "history-step";
  }

  @Override
  public DueRows<AccessReviewHistoryInstance> rows() {
    return ROWS;
  }

  @Override
  public void happen(AccessReviewHistoryInstance instance) {
    switch (instance.status()) {
      case requested -> instance.begin();
      case inprogress -> {
        report.make(instance);
        instance.fulfilled(clock.instant());
      }
      case done, error -> expire(instance);
    }
  }

  /** Deletes the report with its file, and the definition with its last report. */
  private static void expire(AccessReviewHistoryInstance instance) {
    var definition = instance.definition();
    instance.delete();
    if (!definition.goesOn()
        && AccessReviewHistoryInstance.count("definition.id", definition.id()) == 0) {
      definition.delete();
    }
  }

  /** A report that cannot be made is in error, and kept as long as others. */
  @Override
  public boolean giveUp(UUID id) {
    var instance = AccessReviewHistoryInstance.<AccessReviewHistoryInstance>findById(id);
    if (instance == null || instance.status() == HistoryStatus.error) {
      return false;
    }
    instance.fail(clock.instant());
    return true;
  }
}
