package accessreviews.life;

import accessreviews.identity.Access;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.platform.persistence.UpdateTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;

/** Reminds the reviewers of an open instance who have unanswered items. */
@ApplicationScoped
public class SendReminder {
  private final UpdateTransaction transaction;
  private final Event<ReminderRequested> requested;
  private final InstantSource clock;

  SendReminder(
      UpdateTransaction transaction, Event<ReminderRequested> requested, InstantSource clock) {
    this.transaction = transaction;
    this.requested = requested;
    this.clock = clock;
  }

  /** Reminds those of the instance at {@code key}. */
  public void send(Access access, InstanceKey key) {
    transaction.bulk(
        key.definition(),
        lock -> {
          var instance =
              AccessReviewInstance.required(key, access, LockModeType.PESSIMISTIC_READ); // 404
          instance.requireInProgress(); // 409
          requested.fire(new ReminderRequested(instance.id(), clock.instant()));
          return key;
        });
  }
}
