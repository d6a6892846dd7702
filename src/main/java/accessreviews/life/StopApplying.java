package accessreviews.life;

import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.life.apply.ApplyGuarded;
import accessreviews.life.apply.ApplyGuarded.Outcome;
import accessreviews.life.apply.RemovalGuard;
import accessreviews.platform.persistence.UpdateTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;

/**
 * Stops applying the decisions of an instance. It is {@code Completed} again, and the other
 * decisions wait for {@code applyDecisions}.
 */
@ApplicationScoped
class StopApplying {
  private final UpdateTransaction transaction;
  private final InstanceSteps steps;
  private final RemovalGuard guard;
  private final Caller caller;
  private final Event<ApplyGuarded> guarded;

  StopApplying(
      UpdateTransaction transaction,
      InstanceSteps steps,
      RemovalGuard guard,
      Caller caller,
      Event<ApplyGuarded> guarded) {
    this.transaction = transaction;
    this.steps = steps;
    this.guard = guard;
    this.caller = caller;
    this.guarded = guarded;
  }

  void stop(Access access, InstanceKey key) {
    AccessReviewInstance.required(key, access, LockModeType.NONE); // 404
    transaction.changeState(
        key.definition(),
        () -> {
          var instance = AccessReviewInstance.requiredBetweenSteps(key, access); // 404
          instance.stopApplying(); // 409
          steps.showInSeries(instance);
          guarded.fire(
              ApplyGuarded.of(
                  Outcome.STOPPED, instance, caller.identity(), guard.figures(instance)));
          return key;
        });
  }
}
