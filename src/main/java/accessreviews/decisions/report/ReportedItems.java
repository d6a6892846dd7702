package accessreviews.decisions.report;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which items a report is about.
 *
 * @param condition SQL on the item {@code d}, its instance {@code i}, its series {@code f}, and in
 *     reviews with stages its decision {@code s} in one of them; a constant of the code
 * @param parameters the values of its parameters, as JDBC takes them
 * @param results which rows are in the report
 */
public record ReportedItems(
    String condition, Map<String, Object> parameters, Set<ReviewResult> results) {
  public ReportedItems {
    parameters = Map.copyOf(parameters);
    results = Set.copyOf(results);
  }

  private static ReportedItems all(String condition, Map<String, Object> parameters) {
    return new ReportedItems(condition, parameters, EnumSet.allOf(ReviewResult.class));
  }

  /** All items of an instance, in all stages. */
  public static ReportedItems ofInstance(UUID instance) {
    return all("i.id = :instance", Map.of("instance", instance));
  }

  /** Single items, in all stages that they reached. */
  public static ReportedItems of(Collection<UUID> items) {
    return all("d.id = any(cast(:items as uuid[]))", Map.of("items", texts(items)));
  }

  /** Single items, each in the last stage that it reached. */
  public static ReportedItems latestOf(Collection<UUID> items) {
    return all(
        """
        d.id = any(cast(:items as uuid[])) and (s.item_id is null or s.stage = d.stage)""",
        Map.of("items", texts(items)));
  }

  /** Single items, in one stage of their instance. */
  public static ReportedItems of(Collection<UUID> items, UUID stage) {
    return all(
        """
        d.id = any(cast(:items as uuid[])) and s.stage = (
          select g.stage_id from access_review_stage g where g.id = :stage)""",
        Map.of("items", texts(items), "stage", stage));
  }

  private static String[] texts(Collection<UUID> items) {
    return items.stream().map(UUID::toString).toArray(String[]::new);
  }
}
