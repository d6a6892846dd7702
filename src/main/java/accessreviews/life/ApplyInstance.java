package accessreviews.life;

import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.life.apply.ApplyGuarded;
import accessreviews.life.apply.ApplyGuarded.Outcome;
import accessreviews.life.apply.RemovalFigures;
import accessreviews.life.apply.RemovalGuard;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.platform.due.DueTransitions;
import accessreviews.platform.persistence.UpdateTransaction;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;

/** Applies the decisions of an instance that has ended, if they are not applied automatically. */
@ApplicationScoped
public class ApplyInstance {
  private final UpdateTransaction transaction;
  private final DueTransitions transitions;
  private final RemovalGuard guard;
  private final Caller caller;
  private final Event<ApplyGuarded> guarded;
  private final InstantSource clock;

  ApplyInstance(
      UpdateTransaction transaction,
      DueTransitions transitions,
      RemovalGuard guard,
      Caller caller,
      Event<ApplyGuarded> guarded,
      InstantSource clock) {
    this.transaction = transaction;
    this.transitions = transitions;
    this.guard = guard;
    this.caller = caller;
    this.guarded = guarded;
    this.clock = clock;
  }

  /**
   * The body of {@code applyDecisions}.
   *
   * @param confirm whether to apply although it removes much
   */
  @RegisterForReflection
  record Request(boolean confirm) {}

  /** Applies the instance at {@code key}; {@code body} may confirm that it removes much. */
  public void apply(Access access, InstanceKey key, JsonBody body) {
    AccessReviewInstance.required(key, access, LockModeType.NONE); // 404
    transaction.changeState(
        key.definition(),
        () -> {
          var instance = AccessReviewInstance.requiredBetweenSteps(key, access); // 404
          instance.requireCompleted(); // 409
          var isConfirmed = body.asParameters(Request.class).confirm(); // 400
          var figures = guard.figures(instance);
          if (figures.isTooMuch() && !isConfirmed) {
            throw held(figures); // 409
          }
          var by = caller.identity();
          instance.apply(by, clock.instant());
          Panache.flush();
          guarded.fire(ApplyGuarded.of(Outcome.CONFIRMED, instance, by, figures));
          return key;
        });
    transitions.settle(key.definition());
  }

  private static Refused held(RemovalFigures figures) {
    return new Refused(
        Refusal.APPLY_NEEDS_CONFIRMATION,
        "confirm",
        figures.objection() + " Send {\"confirm\": true} to go ahead.");
  }
}
