package accessreviews.life;

import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.Instances;
import accessreviews.platform.due.DueTransitions;
import accessreviews.platform.persistence.UpdateTransaction;
import accessreviews.stages.AccessReviewStage;
import accessreviews.stages.StageKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;

/** Stops a stage before its end: the next stage begins now, or the instance ends. */
@ApplicationScoped
class StopStage {
  private final UpdateTransaction transaction;
  private final DueTransitions transitions;
  private final StageSteps steps;
  private final Caller caller;
  private final InstantSource clock;

  StopStage(
      UpdateTransaction transaction,
      DueTransitions transitions,
      StageSteps steps,
      Caller caller,
      InstantSource clock) {
    this.transaction = transaction;
    this.transitions = transitions;
    this.steps = steps;
    this.caller = caller;
    this.clock = clock;
  }

  void stop(Access access, StageKey key) {
    var series = key.instance().definition();
    AccessReviewStage.required(key, access, LockModeType.NONE); // 404
    transaction.changeState(
        series,
        () -> {
          AccessReviewInstance.requiredBetweenSteps(key.instance(), access);
          var stage = AccessReviewStage.required(key, access, LockModeType.PESSIMISTIC_WRITE);
          stage.requireInProgress(); // 409
          var instance = stage.instance();
          steps.end(Instances.only(instance), stage.stageId(), clock.instant(), caller.identity());
          return key;
        });
    transitions.settle(series);
  }
}
