package accessreviews.instances;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Instances of one occurrence to which the same happens in one transaction: of a series over all
 * groups that may be thousands, of others mostly one.
 *
 * @param any one of them: form of scope, settings, stages and dates are the same in all
 */
public record Instances(AccessReviewInstance any, List<UUID> ids) {
  /** SQL that is true for them; the instance is {@code i}. */
  public static final String CONDITION = "i.id = any(:instances)";

  public Instances {
    ids = List.copyOf(ids);
  }

  static Instances only(AccessReviewInstance instance) {
    return new Instances(instance, List.of(instance.id()));
  }

  Instances without(Collection<UUID> others) {
    return new Instances(any, ids.stream().filter(id -> !others.contains(id)).toList());
  }

  /** What {@link #CONDITION} needs. */
  public Map<String, Object> parameters() {
    return Map.of("instances", ids.toArray(UUID[]::new));
  }
}
