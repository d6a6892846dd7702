package accessreviews.notifications.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an event that was not received is sent again: after growing pauses for a day, the last time
 * at its end. Then it is given up.
 */
final class Pauses {
  private static final Duration PATIENCE = Duration.ofDays(1);
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10));

  private Pauses() {}

  /**
   * The instant of the next attempt; none if the event is given up. A receiver can ask for another
   * pause, between the shortest and the longest one.
   *
   * @param attempts how often it was sent
   */
  static Optional<Instant> next(
      int attempts, Instant created, Instant now, @Nullable Duration retryAfter) {
    var end = created.plus(PATIENCE);
    if (!now.isBefore(end)) {
      return Optional.empty();
    }
    var pause =
        retryAfter == null
            ? PAUSES.get(Math.min(Math.max(attempts, 1), PAUSES.size()) - 1)
            : between(PAUSES.getFirst(), retryAfter, PAUSES.getLast());
    var next = now.plus(pause);
    return Optional.of(next.isBefore(end) ? next : end);
  }

  private static Duration between(Duration least, Duration asked, Duration most) {
    return asked.compareTo(least) < 0 ? least : asked.compareTo(most) > 0 ? most : asked;
  }
}
