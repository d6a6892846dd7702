package accessreviews.platform.due;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One pass over the due transitions, until this worker can run no more of them.
 *
 * @param passedOver the series that it skips from now on
 * @param failed those of them whose transition failed
 */
record Pass(Set<UUID> passedOver, Map<UUID, Failure> failed) {
  /** A pass that skips {@code others} from the beginning. */
  static Pass over(Collection<UUID> others) {
    return new Pass(new HashSet<>(others), new HashMap<>());
  }

  void failed(UUID series, Failure failure) {
    passedOver.add(series);
    failed.put(series, failure);
  }

  /** Whether another attempt may succeed soon. */
  boolean mayBeRetried() {
    return failed.values().stream().anyMatch(Failure::mayPass);
  }
}
