package accessreviews.life;

import accessreviews.identity.UserIdentity;
import accessreviews.platform.due.DueRows;
import accessreviews.platform.due.DueTransition;
import accessreviews.stages.AccessReviewStage;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * The end of a stage is due, in all instances of the occurrence at once. {@link StageSteps} has
 * what happens then.
 */
@ApplicationScoped
@Priority(30)
class StageEnd implements DueTransition<AccessReviewStage> {
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
  private final FailedInstances failed;

  StageEnd(StageSteps steps, FailedInstances failed) {
    this.steps = steps;
    this.failed = failed;
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
    steps.end(
        stage.instancesWhereItEnds(), stage.stageId(), stage.endDateTime(), UserIdentity.SERVICE);
  }

  @Override
  public boolean giveUp(UUID id) {
    return failed.end(id);
  }
}
