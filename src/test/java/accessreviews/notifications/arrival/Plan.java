package accessreviews.notifications.arrival;

import static accessreviews.notifications.arrival.Enterprise.TEAMS;
import static java.util.stream.Collectors.joining;

import accessreviews.testing.rows.ASeries;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A series that recurs every week of the quarter.
 *
 * @param groups one instance each
 * @param rounds its stages; one, without stages
 * @param created by whom; empty for an application
 * @param informed the additional recipients of the notice that it is completed
 */
record Plan(
    String name,
    List<String> groups,
    List<Round> rounds,
    boolean mails,
    boolean reminders,
    String created,
    Set<String> informed) {
  static final int WEEKS = 13;

  /** Decisions of the first stage with which an item goes on to the second. */
  static final Set<String> MOVING = Set.of("NotReviewed", "Approve");

  /**
   * @param queries of the reviewers, and after a bar those of the fallback reviewers
   * @param reviewers who reviews a user's access to a group
   */
  record Round(int days, String queries, Reviewers reviewers) {}

  /** The people who review {@code principal}'s membership of {@code group}. */
  interface Reviewers {
    Set<String> of(String group, String principal);
  }

  static final List<Plan> ALL =
      List.of(
          new Plan(
              "Managers and then the chief",
              List.of("staff"),
              List.of(
                  new Round(
                      3,
                      "./manager|%s,%s".formatted(user("helper"), user("deputy")),
                      (group, user) -> or(Enterprise.managerOf(user), "helper", "deputy")),
                  new Round(4, user("chief"), (group, user) -> Set.of("chief"))),
              true,
              true,
              "olga",
              Set.of("carl", "olga", "finn", "chief")),
          new Plan(
              "Everyone and then the owners",
              List.of("project"),
              List.of(
                  new Round(2, "", (group, user) -> Set.of(user)),
                  new Round(
                      5,
                      "/groups/%s/owners".formatted(Organisation.id("project")),
                      (group, user) -> Enterprise.ownersOf(group))),
              true,
              true,
              "ada",
              Set.of()),
          new Plan(
              "All teams",
              TEAMS,
              List.of(
                  new Round(
                      5,
                      "./owners|" + user("helper"),
                      (group, user) -> or(Enterprise.ownersOf(group), "helper")),
                  new Round(
                      2,
                      "./manager|" + user("chief"),
                      (group, user) -> or(Enterprise.managerOf(user), "chief"))),
              true,
              false,
              "olga",
              Set.of()),
          new Plan(
              "Reminders alone",
              List.of("staff"),
              List.of(
                  new Round(
                      7,
                      user("chief") + "," + user("erin"),
                      (group, user) -> Set.of("chief", "erin"))),
              false,
              true,
              "olga",
              Set.of()),
          new Plan(
              "Made by an application",
              List.of("board"),
              List.of(new Round(7, user("boss"), (group, user) -> Set.of("boss"))),
              true,
              false,
              "",
              Set.of()),
          new Plan(
              "Silent",
              List.of("project"),
              List.of(new Round(7, user("boss"), (group, user) -> Set.of("boss"))),
              false,
              false,
              "olga",
              Set.of("carl", "olga", "finn")));

  private static Set<String> or(Set<String> found, String... others) {
    return found.isEmpty() ? Set.of(others) : found;
  }

  private static String user(String name) {
    return "/users/" + Organisation.id(name);
  }

  boolean isStaged() {
    return rounds.size() > 1;
  }

  /** The body that creates it. */
  String json() {
    var series =
        Series.aSeries()
            .named(name)
            .with(
                "settings",
                """
                {"instanceDurationInDays":7,"mailNotificationsEnabled":%s,
                 "reminderNotificationsEnabled":%s,"recurrence":%s}"""
                    .formatted(
                        mails, reminders, ASeries.recurrence("weekly 1", "2026-01-05 x" + WEEKS)))
            .with("additionalNotificationRecipients", recipients());
    if (groups.equals(TEAMS)) {
      series
          .ofScope("./members/microsoft.graph.user")
          .enumerating("/groups?$filter=(groupTypes/any(c:c eq 'Unified'))");
    } else {
      series.ofScope("/groups/%s/transitiveMembers".formatted(Organisation.id(groups.getFirst())));
    }
    if (isStaged()) {
      return series
          .inStages(
              IntStream.rangeClosed(1, rounds.size())
                  .mapToObj(number -> stage(number, rounds.get(number - 1)))
                  .toArray(String[]::new))
          .json();
    }
    return series.reviewedBy(queries(rounds.getFirst(), 0)).json();
  }

  private static String stage(int number, Round round) {
    return """
    {"stageId":"%d","dependsOn":[%s],"durationInDays":%d,"recommendationsEnabled":false,
     "reviewers":%s,"fallbackReviewers":%s,"decisionsThatWillMoveToNextStage":[%s]}"""
        .formatted(
            number,
            number == 1 ? "" : "\"" + (number - 1) + "\"",
            round.days,
            Series.scopes(queries(round, 0)),
            Series.scopes(queries(round, 1)),
            MOVING.stream().map(one -> "\"" + one + "\"").collect(joining(",")));
  }

  private static String[] queries(Round round, int list) {
    var lists = round.queries.split("\\|", -1);
    return list >= lists.length || lists[list].isEmpty()
        ? new String[0]
        : lists[list].split(",", -1);
  }

  /** Those on the board by their group, others by name. */
  private String recipients() {
    var board = Enterprise.MEMBERS.get("board");
    var named =
        informed.stream().filter(one -> board == null || !board.contains(one)).map(Plan::user);
    var queries =
        informed.isEmpty()
            ? List.<String>of()
            : Stream.concat(
                    Stream.of("/groups/%s/members".formatted(Organisation.id("board"))), named)
                .toList();
    return queries.stream()
        .map(
            query ->
                """
                {"notificationTemplateType":"CompletedAdditionalRecipients",
                 "notificationRecipientScope":{
                  "@odata.type":"#microsoft.graph.accessReviewNotificationRecipientQueryScope",
                  "query":"%s","queryType":"MicrosoftGraph","queryRoot":null}}"""
                    .formatted(query))
        .collect(joining(",", "[", "]"));
  }
}
