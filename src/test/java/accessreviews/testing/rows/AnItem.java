package accessreviews.testing.rows;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A decision item to be stored past the service: {@code anItem().of("user", ADA).in(instance,
 * rows)}. Without more a user's membership of the group of {@link AnInstance}, with nothing decided
 * and no reviewer.
 */
public final class AnItem {
  private final String id = UUID.randomUUID().toString();
  private final Map<String, @Nullable String> columns = new LinkedHashMap<>();
  private final Map<String, @Nullable String> ofStage = new LinkedHashMap<>();

  private AnItem() {
    for (var nothing :
        new String[] {
          "principal_app_id",
          "last_sign_in_date_time",
          "resource_sign_in_date_time",
          "resource_app_id",
          "reviewer_id",
          "reviewed_by",
          "reviewed_date_time",
          "apply_description",
          "applied_by",
          "applied_date_time"
        }) {
      columns.put(nothing, null);
    }
    with("principal_id", UUID.randomUUID().toString());
    with("principal_type", "user");
    with("principal_name", "Adele Vance");
    with("principal_user_name", "AdeleV@contoso.com");
    with("resource_id", AnInstance.GROUP);
    with("resource_type", "group");
    with("resource_name", "All hands");
    with("membership", "direct");
    with("outlier", "false");
    with("stage", "");
    with("route", "nobody");
    with("recommendation", "NoInfoAvailable");
    with("decision", "NotReviewed");
    with("justification", "");
    with("apply_result", "New");
  }

  public static AnItem anItem() {
    return new AnItem();
  }

  /** An item as it was stored: where it is. */
  public record Stored(AnInstance.Stored instance, String id) {
    public String path() {
      return path("/v1.0");
    }

    public String path(String root) {
      return instance.path(root) + "/decisions/" + id;
    }

    /** As it is in a stage. */
    public String path(AStage.Stored stage) {
      return stage.path() + "/decisions/" + id;
    }
  }

  /** A column as SQL reads it from text. */
  public AnItem with(String column, @Nullable String value) {
    columns.put(column, value);
    return this;
  }

  public AnItem principal(String type, String principal) {
    return with("principal_type", type).with("principal_id", principal);
  }

  /** By whom it is reviewed now. */
  public AnItem inStage(String stage, String route, @Nullable String reviewer) {
    return with("stage", stage).with("route", route).with("reviewer_id", reviewer);
  }

  /** A column of what was decided in the stage that {@link #decidedIn} names. */
  public AnItem withInStage(String column, @Nullable String value) {
    ofStage.put(column, value);
    return this;
  }

  /** Stores it in {@code instance}. */
  public Stored in(AnInstance.Stored instance, Rows rows) {
    insert("access_review_decision_item", columns, "id", id, instance, rows);
    return new Stored(instance, id);
  }

  /** What was decided on {@code item} in the stage {@code stage}, as this says. */
  public void decidedIn(String stage, Stored item, Rows rows) {
    var copy = new LinkedHashMap<String, @Nullable String>();
    for (var column :
        new String[] {
          "route",
          "reviewer_id",
          "recommendation",
          "decision",
          "justification",
          "reviewed_by",
          "reviewed_date_time"
        }) {
      copy.put(column, columns.get(column));
    }
    copy.putAll(ofStage);
    copy.put("stage", stage);
    insert("access_review_stage_decision", copy, "item_id", item.id(), item.instance(), rows);
  }

  private static void insert(
      String table,
      Map<String, @Nullable String> columns,
      String key,
      String id,
      AnInstance.Stored instance,
      Rows rows) {
    var all = new LinkedHashMap<String, @Nullable String>(columns);
    all.put("version", "0");
    all.put(key, id);
    all.put("instance_id", instance.id());
    var json = new StringBuilder("{");
    all.forEach(
        (name, value) ->
            json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(
                    value == null || value.startsWith("{")
                        ? String.valueOf(value)
                        : "\"" + value + "\""));
    rows.execute(
        "insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, ?::jsonb)"
            .formatted(table, all.keySet().stream().collect(Collectors.joining(", "))),
        json.append('}').toString());
  }

  /** When it was decided, and by whom. */
  public AnItem decided(String decision, String reviewer, Instant instant) {
    return with("decision", decision)
        .with(
            "reviewed_by",
            "{\"id\":\"%s\",\"displayName\":\"Bob\",\"userPrincipalName\":\"bob@contoso.com\"}"
                .formatted(reviewer))
        .with("reviewed_date_time", instant.toString());
  }
}
