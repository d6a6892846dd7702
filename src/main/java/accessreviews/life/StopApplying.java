package accessreviews.life;

import accessreviews.identity.Access;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.platform.persistence.UpdateTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/**
 * Stops applying the decisions of an instance. It is {@code Completed} again, and the other
 * decisions wait for {@code applyDecisions}.
 */
@ApplicationScoped
class StopApplying {
  private final UpdateTransaction transaction;
  private final InstanceSteps steps;

  StopApplying(UpdateTransaction transaction, InstanceSteps steps) {
    this.transaction = transaction;
    this.steps = steps;
  }

  void stop(Access access, InstanceKey key) {
    AccessReviewInstance.required(key, access, LockModeType.NONE); // 404
    transaction.changeState(
        key.definition(),
        () -> {
          var instance = AccessReviewInstance.requiredBetweenSteps(key, access); // 404
          instance.stopApplying(); // 409
          steps.showInSeries(instance);
          return key;
        });
  }
}
