package accessreviews.notifications.occasions;

import accessreviews.notifications.outbox.NoticesConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * The period over which notices of a person are collected. Periods follow one another from the
 * epoch on, so those of a day end at midnight in UTC.
 */
@ApplicationScoped
class Digest {
  private final NoticesConfig config;

  Digest(NoticesConfig config) {
    this.config = config;
  }

  /** When what is queued at {@code now} leaves: at once, or at the end of the period. */
  Instant endAfter(Instant now) {
    var period = config.digest().toMillis();
    return period <= 0
        ? now
        : Instant.ofEpochMilli((Math.floorDiv(now.toEpochMilli(), period) + 1) * period);
  }
}
