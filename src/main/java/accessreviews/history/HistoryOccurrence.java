package accessreviews.history;

import accessreviews.odata.EdmDateTime;
import accessreviews.platform.due.DueRows;
import accessreviews.platform.due.DueTransition;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;

/** Orders the next report of a definition with a schedule when its day comes. */
@ApplicationScoped
@Priority(6)
class HistoryOccurrence implements DueTransition<AccessReviewHistoryDefinition> {
  /** All reports of the installation are one series: they are made one after the other. */
  static final String LANE = "join access_review_history_lane series on true";

  private static final DueRows<AccessReviewHistoryDefinition> ROWS =
      new DueRows<>(
          AccessReviewHistoryDefinition.class,
          "access_review_history_definition",
          "next_start_date_time",
          "due.next_start_date_time is not null",
          LANE);

  private final InstantSource clock;

  HistoryOccurrence(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "history-occurrence";
  }

  @Override
  public DueRows<AccessReviewHistoryDefinition> rows() {
    return ROWS;
  }

  @Override
  public void happen(AccessReviewHistoryDefinition definition) {
    definition.beginNext().persist();
  }

  /** No report is made any more. */
  @Override
  public boolean giveUp(UUID id) {
    return AccessReviewHistoryDefinition.update(
            "status = ?1, nextOccurrence = null, nextStartDateTime = null, visibleUntil = ?2 where id = ?3",
            HistoryStatus.error,
            EdmDateTime.later(clock.instant(), HistoryReport.KEPT),
            id)
        > 0;
  }
}
