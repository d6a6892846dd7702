package accessreviews.life;

import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.instances.Instances;
import accessreviews.instances.InstancesStopped;
import accessreviews.platform.due.DueTransitions;
import accessreviews.platform.persistence.UpdateTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Stops an instance before its end: its decisions are refused from then on, and applied as if it
 * had ended.
 */
@ApplicationScoped
public class StopInstance {
  private final UpdateTransaction transaction;
  private final DueTransitions transitions;
  private final InstanceSteps steps;
  private final Caller caller;
  private final Event<InstancesStopped> stopped;
  private final InstantSource clock;

  StopInstance(
      UpdateTransaction transaction,
      DueTransitions transitions,
      InstanceSteps steps,
      Caller caller,
      Event<InstancesStopped> stopped,
      InstantSource clock) {
    this.transaction = transaction;
    this.transitions = transitions;
    this.steps = steps;
    this.caller = caller;
    this.stopped = stopped;
    this.clock = clock;
  }

  /** Stops the instance at {@code key} now. */
  public void stop(Access access, InstanceKey key) {
    AccessReviewInstance.required(key, access, LockModeType.NONE); // 404
    transaction.changeState(
        key.definition(),
        () -> {
          var instance = AccessReviewInstance.requiredBetweenSteps(key, access); // 404
          instance.requireInProgress(); // 409
          stopNow(Instances.only(instance), clock.instant());
          return key;
        });
    transitions.settle(key.definition());
  }

  /** Ends all running instances of a series, in the transaction that stops it. */
  void stopRunning(UUID definition, Instant at) {
    Instances.running(definition).forEach(instances -> stopNow(instances, at));
  }

  private void stopNow(Instances instances, Instant at) {
    steps.hold(instances); // what is being answered now counts
    stopped.fire(new InstancesStopped(instances.ids()));
    steps.end(instances, at, caller.identity());
  }
}
