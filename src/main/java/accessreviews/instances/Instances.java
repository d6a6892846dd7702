package accessreviews.instances;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import accessreviews.definitions.ReviewStatus;
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

  /** Those of the occurrence of {@code one} to which the same happens at the same instant. */
  public static Instances waitingLike(AccessReviewInstance one) {
    return new Instances(
        one,
        AccessReviewInstance.find(
                "select id from AccessReviewInstance where definition.id = ?1 and occurrence = ?2"
                    + " and status = ?3 and nextTransitionAt = ?4",
                one.definitionId(),
                one.occurrence(),
                one.status(),
                one.nextTransitionAt())
            .project(UUID.class)
            .list());
  }

  /** Those of a series that are in progress, by their occurrence. */
  public static Collection<Instances> running(UUID definition) {
    return AccessReviewInstance.<AccessReviewInstance>find(
            "definition.id = ?1 and status = ?2", definition, ReviewStatus.InProgress)
        .stream()
        .collect(
            groupingBy(
                AccessReviewInstance::occurrence,
                collectingAndThen(
                    toList(),
                    found ->
                        new Instances(
                            found.getFirst(),
                            found.stream().map(AccessReviewInstance::id).toList()))))
        .values();
  }

  /** One instance by itself. */
  public static Instances only(AccessReviewInstance instance) {
    return new Instances(instance, List.of(instance.id()));
  }

  public Instances without(Collection<UUID> others) {
    return new Instances(any, ids.stream().filter(id -> !others.contains(id)).toList());
  }

  /** What {@link #CONDITION} needs. */
  public Map<String, Object> parameters() {
    return Map.of("instances", ids.toArray(UUID[]::new));
  }
}
