package accessreviews.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one source of time, to the microsecond, as the database keeps it. Real time, unless the
 * emulator has frozen it.
 */
@ApplicationScoped
public class ServiceClock implements InstantSource {
  private volatile @Nullable Instant frozen;

  @Override
  public Instant instant() {
    var stopped = frozen;
    return stopped == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : stopped;
  }

  /** When the clock stands, if it does. */
  public Optional<Instant> frozenAt() {
    return Optional.ofNullable(frozen);
  }

  /** Lets the clock stand at {@code instant}. */
  public void freezeAt(Instant instant) {
    frozen = instant.truncatedTo(ChronoUnit.MICROS);
  }

  /** Back to real time. */
  public void unfreeze() {
    frozen = null;
  }
}
