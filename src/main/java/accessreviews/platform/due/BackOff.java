package accessreviews.platform.due;

import accessreviews.platform.StateEmptied;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The series whose transitions fail on this replica, and when each is tried again: after a second,
 * then after twice the time, up to five minutes. A restart begins again with the first attempt.
 */
@ApplicationScoped
class BackOff {
  private static final Logger LOG = Logger.getLogger(BackOff.class);

  /** The number of failures in a row, none of which can pass, after which it is given up. */
  static final int ATTEMPTS = 5;

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int MOST = 10_000;

  /** What is not tried again is forgotten: another replica ran it, or it was deleted. */
  private final Cache<UUID, Failing> failing =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST.multipliedBy(2)).build();

  private final Cache<String, Boolean> causes =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofHours(1)).build();

  private record Failing(String cause, int attempts, int hopeless, long nextAttempt) {
    private static final Failing NOT = new Failing("", 0, 0, 0);

    Failing again(Failure failure) {
      var wait = FIRST.multipliedBy(1L << Math.min(attempts, 9));
      var shortest = wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
      return new Failing(
          failure.cause(),
          attempts + 1,
          failure.mayPass() ? 0 : hopeless + 1,
          System.nanoTime() + shortest.toNanos());
    }
  }

  void register(@Observes StartupEvent event, MeterRegistry metrics) {
    Gauge.builder("access.reviews.transitions.failing", this, BackOff::count)
        .description("Series whose transition failed and is tried again")
        .register(metrics);
  }

  void forget(@Observes StateEmptied event) {
    failing.invalidateAll();
  }

  /** The series whose next attempt is still to come. */
  Set<UUID> waiting() {
    var now = System.nanoTime();
    return failing.asMap().entrySet().stream()
        .filter(one -> one.getValue().nextAttempt() - now > 0)
        .map(one -> one.getKey())
        .collect(Collectors.toSet());
  }

  /** Whether the last transition of {@code series} failed. */
  boolean isFailing(UUID series) {
    return failing.getIfPresent(series) != null;
  }

  /**
   * The transition {@code what} of {@code series} has failed: its next attempt waits. Returns
   * whether it should be given up. The stack trace is logged once for each cause.
   */
  boolean failed(UUID series, String what, Failure failure) {
    var before = failing.get(series, none -> Failing.NOT);
    var after = before.again(failure);
    failing.put(series, after);
    var message = what + " failed: " + failure.cause();
    if (causes.asMap().putIfAbsent(failure.cause(), true) == null) {
      LOG.error(message, failure.thrown());
    } else if (!after.cause().equals(before.cause())) {
      LOG.error(message);
    } else {
      LOG.debugf("%s, %d times", message, after.attempts());
    }
    return after.hopeless() >= ATTEMPTS;
  }

  /** A transition of {@code series} has happened. */
  void passed(UUID series) {
    failing.invalidate(series);
  }

  private double count() {
    failing.cleanUp();
    return failing.estimatedSize();
  }
}
