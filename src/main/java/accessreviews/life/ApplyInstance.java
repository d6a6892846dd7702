package accessreviews.life;

import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.instances.Instances;
import accessreviews.life.apply.RemovalGuard;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.platform.due.DueTransitions;
import accessreviews.platform.persistence.UpdateTransaction;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;

/** Applies the decisions of an instance that has ended, if they are not applied automatically. */
@ApplicationScoped
class ApplyInstance {
  private final UpdateTransaction transaction;
  private final DueTransitions transitions;
  private final RemovalGuard guard;
  private final Caller caller;
  private final InstantSource clock;

  ApplyInstance(
      UpdateTransaction transaction,
      DueTransitions transitions,
      RemovalGuard guard,
      Caller caller,
      InstantSource clock) {
    this.transaction = transaction;
    this.transitions = transitions;
    this.guard = guard;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * The body of {@code applyDecisions}.
   *
   * @param confirm whether to apply although it removes much
   */
  @RegisterForReflection
  record Request(boolean confirm) {}

  void apply(Access access, InstanceKey key, JsonBody body) {
    AccessReviewInstance.required(key, access, LockModeType.NONE); // 404
    transaction.changeState(
        key.definition(),
        () -> {
          var instance = AccessReviewInstance.requiredBetweenSteps(key, access); // 404
          instance.requireCompleted(); // 409
          if (!body.asParameters(Request.class).confirm()) { // 400
            requireNoObjection(instance);
          }
          instance.apply(caller.identity(), clock.instant());
          Panache.flush();
          return key;
        });
    transitions.settle(key.definition());
  }

  private void requireNoObjection(AccessReviewInstance instance) {
    var objection = guard.objections(Instances.only(instance)).get(instance.id());
    if (objection != null) {
      throw new Refused(
          Refusal.APPLY_NEEDS_CONFIRMATION,
          "confirm",
          objection + " Send {\"confirm\": true} to go ahead.");
    }
  }
}
