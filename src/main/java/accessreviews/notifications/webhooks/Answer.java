package accessreviews.notifications.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt.
 *
 * @param status the HTTP status; 0 without an answer
 * @param failure why the event counts as not received; null if it is
 * @param retryAfter for how long the receiver asks to be left alone
 */
record Answer(int status, @Nullable String failure, @Nullable Duration retryAfter) {
  private static final int GONE = 410;

  /** The receiver did not answer. */
  static Answer none(String failure) {
    return new Answer(0, failure, null);
  }

  /** The receiver answered with {@code status}. */
  static Answer of(int status, @Nullable Duration retryAfter) {
    return new Answer(status, failure(status), retryAfter);
  }

  private static @Nullable String failure(int status) {
    return switch (status / 100) {
      case 2 -> null;
      case 3 -> "HTTP %d: redirects are not followed".formatted(status);
      default -> "HTTP " + status;
    };
  }

  boolean isReceived() {
    return failure == null;
  }

  /** Whether the receiver wants no more events. */
  boolean isGone() {
    return status == GONE;
  }
}
