package accessreviews.life;

import accessreviews.identity.UserIdentity;
import accessreviews.instances.Instances;
import accessreviews.life.rounds.ReviewRounds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * The life of a stage as a state table: InProgress until it ends, then Completed. The next stage
 * begins with the same instant; after the last one the instance ends.
 */
@ApplicationScoped
class StageSteps {
  private final InstanceSteps steps;
  private final StageRows stages;
  private final ReviewRounds rounds;

  StageSteps(InstanceSteps steps, StageRows stages, ReviewRounds rounds) {
    this.steps = steps;
    this.stages = stages;
    this.rounds = rounds;
  }

  /**
   * Ends {@code stageId}, the open stage of {@code instances}, at {@code at}.
   *
   * @param by who ends it: the service, if its time is over
   */
  void end(Instances instances, String stageId, Instant at, UserIdentity by) {
    steps.hold(instances);
    var plan = instances.any().stageSettings();
    plan.after(stageId)
        .ifPresentOrElse(
            next -> {
              stages.complete(instances, by);
              stages.begin(instances, next, at);
              rounds.goOn(instances, plan.stage(stageId), next);
            },
            () -> steps.end(instances, at, by));
  }
}
