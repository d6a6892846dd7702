package accessreviews.stages;

import accessreviews.platform.DueRows;
import accessreviews.platform.DueTransition;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The end of a stage has come: the next one begins, if there is one. */
@ApplicationScoped
@Priority(30)
class EndStage implements DueTransition<AccessReviewStage> {
  private static final DueRows<AccessReviewStage> ROWS =
      new DueRows<>(
          AccessReviewStage.class, "access_review_stage", "end_date_time", "status = 'InProgress'");

  @Override
  public String name() {
    return "stage-end";
  }

  @Override
  public DueRows<AccessReviewStage> rows() {
    return ROWS;
  }

  @Override
  public void happen(AccessReviewStage stage) {
    stage.complete();
    stage.next().ifPresent(next -> next.persist());
  }

  @Override
  public UUID id(AccessReviewStage stage) {
    return stage.id();
  }
}
