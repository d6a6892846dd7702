package accessreviews.model;

import accessreviews.testing.rows.ASeries;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a series is created with.
 *
 * @param start a Monday: everything starts on one
 * @param occurrences 0 for a review that happens once, negative for one without end
 * @param stages their days; empty for a review in one go
 */
record Plan(
    Target target,
    String group,
    LocalDate start,
    int occurrences,
    int days,
    List<Integer> stages,
    String moving,
    Reviewing first,
    Reviewing later,
    Ending ending) {
  /** What is reviewed. */
  enum Target {
    ONE_GROUP,
    TWO_GROUPS,
    ALL_TEAMS
  }

  /** What becomes of it at the end. */
  record Ending(String byDefault, boolean applied, boolean recommended) {
    String json() {
      return """
      "defaultDecisionEnabled":%s,"defaultDecision":"%s","autoApplyDecisionsEnabled":%s,"recommendationsEnabled":%s"""
          .formatted(!byDefault.equals("None"), byDefault, applied, recommended);
    }
  }

  static final String OTHER_GROUP = "misc";

  Plan startingOn(LocalDate day) {
    return new Plan(target, group, day, occurrences, days, stages, moving, first, later, ending);
  }

  Plan with(Reviewing others, Reviewing lastly, Ending end) {
    return new Plan(target, group, start, occurrences, days, stages, moving, others, lastly, end);
  }

  /** Who reviews the stage at {@code index}, or the whole where there are no stages. */
  Reviewing reviewing(int index) {
    return index == 0 ? first : later;
  }

  int totalDays() {
    return stages.isEmpty() ? days : stages.stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether a decision goes on to the next stage. */
  boolean moves(String decision, String recommendation) {
    return switch (moving) {
      case "" -> true;
      case "Recommendation" -> decision.equals(recommendation);
      default -> List.of(moving.split(",", -1)).contains(decision);
    };
  }

  String settings() {
    var range = occurrences > 0 ? start + " x" + occurrences : start + "..";
    return "{\"instanceDurationInDays\":%d,\"recurrence\":%s,%s}"
        .formatted(
            days, ASeries.recurrence(occurrences == 0 ? "once" : "weekly 1", range), ending.json());
  }

  String body() {
    var series = Series.aSeries().without("reviewers").with("settings", settings());
    switch (target) {
      case ONE_GROUP -> series.ofScope(members(group));
      case TWO_GROUPS -> series.with("scope", twoGroups());
      case ALL_TEAMS ->
          series
              .ofScope("./members/microsoft.graph.user")
              .enumerating("/groups?$filter=(groupTypes/any(c:c eq 'Unified'))");
    }
    if (stages.isEmpty()) {
      series
          .with("reviewers", first.reviewersJson())
          .with("fallbackReviewers", first.fallbackJson());
    } else {
      series.with("stageSettings", stagesJson());
    }
    return series.json();
  }

  private static String members(String group) {
    return "/groups/" + Organisation.id(group) + "/transitiveMembers";
  }

  private String twoGroups() {
    return ASeries.ofResources(
            "/groups/" + Organisation.id(group), "/groups/" + Organisation.id(OTHER_GROUP))
        .scope();
  }

  private String stagesJson() {
    var all = new ArrayList<String>();
    IntStream.range(0, stages.size())
        .forEach(
            i ->
                all.add(
                    """
                    {"stageId":"%d","dependsOn":[%s],"durationInDays":%d,"recommendationsEnabled":%s,
                     "decisionsThatWillMoveToNextStage":[%s],"reviewers":%s,"fallbackReviewers":%s}"""
                        .formatted(
                            i + 1,
                            i == 0 ? "" : "\"" + i + "\"",
                            stages.get(i),
                            ending.recommended(),
                            movingJson(),
                            reviewing(i).reviewersJson(),
                            reviewing(i).fallbackJson())));
    return all.stream().collect(Collectors.joining(",", "[", "]"));
  }

  private String movingJson() {
    return moving.isEmpty()
        ? ""
        : List.of(moving.split(",", -1)).stream()
            .map(one -> "\"" + one + "\"")
            .collect(Collectors.joining(","));
  }
}
