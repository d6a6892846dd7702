package accessreviews.notifications.webhooks;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that this process sends now.
 *
 * @param kind its type without the prefix
 * @param data what was captured when it was queued
 * @param attempts how often it was sent, this time included
 */
record QueuedEvent(
    long id,
    String subscription,
    UUID definition,
    UUID instance,
    String kind,
    String data,
    Instant created,
    int attempts) {
  /** Its id for the receiver, the same in each attempt. */
  String eventId() {
    return id + "." + instance;
  }
}
