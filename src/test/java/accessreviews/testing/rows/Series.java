package accessreviews.testing.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The body that creates or replaces a series: {@code aSeries().reviewedBy(ANN).json()}. Without
 * more, Ann reviews one group, once, for a day.
 */
public final class Series {
  public static final String GROUP = "02f3bafb-448c-487c-88c2-5fd65ce49a41";
  public static final String OTHER_GROUP = "b7a059cb-038a-4802-8fc9-b9d1ed0cf11f";
  public static final String ANN = "/users/398164b1-5196-49dd-ada2-364b49f99b27";
  public static final String BOB = "/users/1ed8ac56-4827-4733-8f80-86adc2e67db5";
  public static final String CLEO = "/users/4562bcc8-c436-4f95-b7c0-4f8ce89dca5e";
  public static final String OWNERS = "/groups/" + GROUP + "/owners";

  /** Every week from the day on which a test begins. */
  public static final String WEEKLY =
      """
      {"instanceDurationInDays":7,"recurrence":{"pattern":{"type":"weekly","interval":1},
       "range":{"type":"noEnd","startDate":"2026-01-05"}}}""";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode body;

  private Series(JsonNode body) {
    this.body = (ObjectNode) body;
  }

  public static Series aSeries() {
    return of("""
        {"displayName":"Test create",
         "scope":{"@odata.type":"#microsoft.graph.accessReviewQueryScope",
          "query":"/groups/%s/transitiveMembers","queryType":"MicrosoftGraph"},
         "settings":{"instanceDurationInDays":1}}"""
            .formatted(GROUP))
        .reviewedBy(ANN);
  }

  /** A series that recurs every week. */
  public static Series aWeeklySeries() {
    return aSeries().with("settings", WEEKLY);
  }

  /** A weekly series of two stages of two days, Ann's and then Bob's. */
  public static Series aStagedSeries() {
    return aWeeklySeries().inStages(stage(1, ANN), stage(2, BOB));
  }

  /** The series that {@code json} spells. */
  public static Series of(String json) {
    return new Series(read(json));
  }

  /** The {@code number}th stage, two days long, as {@code reviewers} review it. */
  public static String stage(int number, String... reviewers) {
    return """
        {"stageId":"%d","dependsOn":[%s],"durationInDays":2,"recommendationsEnabled":false,
         "reviewers":%s}"""
        .formatted(number, number == 1 ? "" : "\"" + (number - 1) + "\"", scopes(reviewers));
  }

  /** A collection of reviewer scopes, one for each query. */
  public static String scopes(String... queries) {
    return Arrays.stream(queries)
        .map(
            query ->
                JSON.createObjectNode()
                    .put("query", query)
                    .put("queryType", "MicrosoftGraph")
                    .put("queryRoot", query.equals("./manager") ? "decisions" : null)
                    .toString())
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** A query scope. */
  public static String scope(String query) {
    return JSON.createObjectNode()
        .put("@odata.type", "#microsoft.graph.accessReviewQueryScope")
        .put("query", query)
        .put("queryType", "MicrosoftGraph")
        .toString();
  }

  /** With the JSON text {@code value} as the member at {@code path}, such as {@code settings.x}. */
  public Series with(String path, String value) {
    var steps = path.split("\\.", -1);
    var holder = body;
    for (var step : Arrays.copyOf(steps, steps.length - 1)) {
      holder = (ObjectNode) holder.get(step);
    }
    holder.set(steps[steps.length - 1], read(value));
    return this;
  }

  public Series without(String member) {
    body.remove(member);
    return this;
  }

  public Series named(String name) {
    body.put("displayName", name);
    return this;
  }

  public Series ofScope(String query) {
    return with("scope", scope(query));
  }

  public Series enumerating(String query) {
    return with("instanceEnumerationScope", scope(query));
  }

  public Series reviewedBy(String... queries) {
    return with("reviewers", scopes(queries));
  }

  /** Reviewed in {@code stages}, each with reviewers of its own. */
  public Series inStages(String... stages) {
    return without("reviewers").with("stageSettings", "[" + String.join(",", stages) + "]");
  }

  public Series withFallback(String... queries) {
    return with("fallbackReviewers", scopes(queries));
  }

  public String json() {
    return body.toString();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
