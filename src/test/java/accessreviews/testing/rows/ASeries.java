package accessreviews.testing.rows;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a new series: the members of one group, reviewed once, from now on and for one day,
 * unless it says otherwise.
 *
 * @param scope JSON
 * @param enumeration JSON, or null
 * @param recurrence JSON, or null
 * @param stages days of each stage
 */
public record ASeries(
    String name,
    String scope,
    @Nullable String enumeration,
    int days,
    @Nullable String recurrence,
    List<Integer> stages) {
  public static final String GROUP = "11111111-2222-3333-4444-aaaaaaaaaaaa";
  public static final String OTHER_GROUP = "66666666-7777-8888-9999-bbbbbbbbbbbb";

  public static ASeries ofOneGroup() {
    return new ASeries(
        "Members", query("/groups/" + GROUP + "/transitiveMembers"), null, 1, null, List.of());
  }

  /** Reviews the users with access to each of {@code resources}. */
  public static ASeries ofResources(String... resources) {
    var scope =
        """
        {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope",
         "principalScopes":[%s],"resourceScopes":[%s]}"""
            .formatted(
                query("/users"),
                Arrays.stream(resources).map(ASeries::query).collect(joining(",")));
    return new ASeries("Access", scope, null, 1, null, List.of());
  }

  /** Reviews the members of all Microsoft 365 groups. */
  public static ASeries ofAllGroups() {
    return new ASeries(
        "All groups",
        query("./members/microsoft.graph.user"),
        query("/groups?$filter=(groupTypes/any(c:c eq 'Unified'))"),
        1,
        null,
        List.of());
  }

  public ASeries named(String other) {
    return new ASeries(other, scope, enumeration, days, recurrence, stages);
  }

  public ASeries lasting(int otherDays) {
    return new ASeries(name, scope, enumeration, otherDays, recurrence, stages);
  }

  public ASeries inStages(Integer... otherStages) {
    return new ASeries(name, scope, enumeration, days, recurrence, List.of(otherStages));
  }

  /**
   * The series with a recurrence.
   *
   * @param pattern {@code once}, {@code weekly 2} (every second week), {@code monthly 1}, {@code
   *     monthly 1 31} (on the 31st)
   * @param range {@code first..last}, {@code first..} without an end, {@code first x3} for three
   *     times
   */
  public ASeries recurring(String pattern, String range) {
    return new ASeries(name, scope, enumeration, days, recurrence(pattern, range), stages);
  }

  /** What {@link #recurring} says, as JSON. */
  public static String recurrence(String pattern, String range) {
    return "{\"pattern\":%s,\"range\":%s}".formatted(pattern(pattern), range(range));
  }

  private static String pattern(String text) {
    var words = text.split(" ", -1);
    return switch (words[0]) {
      case "once" -> "null";
      case "weekly" -> "{\"type\":\"weekly\",\"interval\":%s}".formatted(words[1]);
      default ->
          "{\"type\":\"absoluteMonthly\",\"interval\":%s,\"dayOfMonth\":%s}"
              .formatted(words[1], words.length > 2 ? words[2] : "0");
    };
  }

  private static String range(String text) {
    var first = text.substring(0, "2026-01-05".length());
    var rest = text.substring(first.length());
    if (rest.equals("..")) {
      return "{\"type\":\"noEnd\",\"startDate\":\"%s\"}".formatted(first);
    }
    return rest.startsWith("..")
        ? "{\"type\":\"endDate\",\"startDate\":\"%s\",\"endDate\":\"%s\"}"
            .formatted(first, rest.substring(2))
        : "{\"type\":\"numbered\",\"startDate\":\"%s\",\"numberOfOccurrences\":%s}"
            .formatted(first, rest.substring(" x".length()));
  }

  private static String query(String query) {
    return """
    {"@odata.type":"#microsoft.graph.accessReviewQueryScope","query":"%s","queryType":"MicrosoftGraph"}"""
        .formatted(query);
  }

  private static String stage(int index, int lasting) {
    return """
    {"stageId":"%d","dependsOn":[%s],"durationInDays":%d,"recommendationsEnabled":false,"reviewers":[]}"""
        .formatted(index + 1, index == 0 ? "" : "\"" + index + "\"", lasting);
  }

  /** The whole body, of a POST or a PUT. */
  public String body() {
    return """
    {"displayName":"%s","scope":%s,"instanceEnumerationScope":%s,
     "settings":{"instanceDurationInDays":%d,"recurrence":%s},"stageSettings":[%s]}"""
        .formatted(
            name,
            scope,
            enumeration,
            days,
            recurrence,
            IntStream.range(0, stages.size())
                .mapToObj(i -> stage(i, stages.get(i)))
                .collect(joining(",")));
  }
}
