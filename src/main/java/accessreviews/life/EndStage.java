package accessreviews.life;

import accessreviews.platform.due.DueRows;
import accessreviews.platform.due.DueTransition;
import accessreviews.stages.AccessReviewStage;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ends a stage when its time comes, in all instances of the occurrence at once. The next stage
 * begins, or the instance ends.
 */
@ApplicationScoped
@Priority(30)
class EndStage implements DueTransition<AccessReviewStage> {
  private static final DueRows<AccessReviewStage> ROWS =
      new DueRows<>(
          AccessReviewStage.class,
          "access_review_stage",
          "end_date_time",
          "due.status = 'InProgress'",
          """
          join access_review_instance instance on instance.id = due.instance_id
          join access_review_schedule_definition series on series.id = instance.definition_id""");

  private final StageSteps steps;

  EndStage(StageSteps steps) {
    this.steps = steps;
  }

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
    steps.end(stage.instancesWhereItEnds(), stage.stageId(), stage.endDateTime());
  }
}
