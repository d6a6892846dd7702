package accessreviews.platform;

import static accessreviews.testing.SeriesHttpTest.path;
import static accessreviews.testing.rows.LargeOrganisation.group;
import static accessreviews.testing.rows.LargeOrganisation.user;
import static accessreviews.testing.rows.Series.aSeries;
import static accessreviews.testing.rows.Series.scopes;
import static accessreviews.testing.rows.Series.stage;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.ASeries;
import accessreviews.testing.rows.Rows;
import accessreviews.testing.rows.Series;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Weekly reviews of every kind that replicas live through, and what is left of them then. */
final class WeeklyReviews {
  /** Beyond those of the organisation; reviews empty it each week. */
  static final int EMPTIED = 30;

  /** Not in the directory, and known to reviews all the same. */
  private static final int BOSS = 9_998;

  private static final int OTHER_BOSS = 9_999;

  private static final Instant FIRST_MONDAY = Instant.parse("2026-01-12T00:00:00Z");
  static final int WEEKS = 2;
  static final int LAST_WEEK = 4;
  private static final String ITEMS_UNLIKE_THE_DIRECTORY =
      """
      select found.* from (
        select i.id instance_id, i.resource_id, m.member_id principal_id
        from access_review_instance i join directory_group_member m on m.group_id = i.resource_id
        where i.definition_id <> ?::uuid) expected
      full join (
        select d.instance_id, d.resource_id, d.principal_id from access_review_decision_item d
        join access_review_instance i on i.id = d.instance_id
        where i.definition_id <> ?::uuid) found
        using (instance_id, resource_id, principal_id)
      where expected.* is null or found.* is null""";

  /** Where an item of such a review goes, in SQL: the manager reviews, and the boss for nobody. */
  private static final String ROUTE =
      """
      case s.display_name
        when 'Self-review' then 'individual ' || u.id
        when 'All groups' then coalesce('individual ' || u.manager_id, 'fallback')
        else 'primary' end""";

  private static final String WRONG_ROUTES =
      """
      select s.display_name || ': ' || concat_ws(' ', d.route, d.reviewer_id)
      from access_review_decision_item d
        join access_review_instance i on i.id = d.instance_id
        join access_review_schedule_definition s on s.id = i.definition_id
        join directory_user u on u.id = d.principal_id
      where concat_ws(' ', d.route, d.reviewer_id) <> %s"""
          .formatted(ROUTE);

  /** Those who were contacted are exactly those to whom items go. */
  private static final String WRONG_REVIEWERS =
      """
      with item as (
        select d.instance_id, s.display_name, u.id user_id, u.manager_id
        from access_review_decision_item d
          join access_review_instance i on i.id = d.instance_id
          join access_review_schedule_definition s on s.id = i.definition_id
          join directory_user u on u.id = d.principal_id)
      select found.* from (
        select instance_id, '' stage, coalesce(manager_id, :boss) user_id from item
        where display_name = 'All groups'
        union select instance_id, '1', coalesce(manager_id, :boss) from item
        where display_name = 'Two stages'
        union select instance_id, '2', :otherBoss from item where display_name = 'Two stages'
        union select instance_id, '', user_id from item where display_name = 'Self-review'
        union select instance_id, '', unnest(array[:boss, :otherBoss]) from item
        where display_name = 'Several resources'
        union select instance_id, '', :boss from item where display_name = 'Emptied') expected
      full join (
        select r.instance_id, r.stage, r.user_id from access_review_reviewer r
        where r.contacted and exists (
          select from access_review_decision_item d where d.instance_id = r.instance_id)) found
        using (instance_id, stage, user_id)
      where expected.* is null or found.* is null"""
          .replace(":boss", "'" + user(BOSS) + "'::uuid")
          .replace(":otherBoss", "'" + user(OTHER_BOSS) + "'::uuid");

  private static final String ALL =
      weekly("All groups", 7)
          .ofScope("./members/microsoft.graph.user")
          .enumerating("/groups?$filter=(groupTypes/any(c:c eq 'Unified'))")
          .reviewedBy("./manager")
          .withFallback(named(BOSS))
          .json();
  private static final String STAGED =
      weekly("Two stages", 4)
          .ofScope(members(0))
          .inStages(
              stage(1, "./manager")
                  .replaceFirst("\\{", "{\"fallbackReviewers\":" + scopes(named(BOSS)) + ","),
              stage(2, named(OTHER_BOSS)))
          .json();
  private static final String SEVERAL =
      weekly("Several resources", 7)
          .with("scope", ASeries.ofResources(of(1), of(2), of(3)).scope())
          .reviewedBy(named(BOSS), named(OTHER_BOSS))
          .json();
  private static final String SELF =
      weekly("Self-review", 7).ofScope(members(4)).without("reviewers").json();
  private static final String EMPTYING =
      weekly("Emptied", 3)
          .ofScope(members(EMPTIED))
          .with("settings.defaultDecisionEnabled", "true")
          .with("settings.defaultDecision", "\"Deny\"")
          .with("settings.autoApplyDecisionsEnabled", "true")
          .reviewedBy(named(BOSS))
          .json();

  /** As they are created; the last one empties a group each week. */
  static final List<String> BODIES = List.of(ALL, STAGED, SEVERAL, SELF, EMPTYING);

  private WeeklyReviews() {}

  private static Series weekly(String name, int days) {
    return aSeries()
        .named(name)
        .with("settings", "{\"instanceDurationInDays\":%d}".formatted(days))
        .with("settings.recurrence", ASeries.recurrence("weekly 1", "2026-01-12.."));
  }

  private static String named(int user) {
    return "/users/" + user(user);
  }

  private static String of(int group) {
    return "/groups/" + group(group);
  }

  private static String members(int group) {
    return of(group) + "/members";
  }

  static Instant monday(int week) {
    return FIRST_MONDAY.plus(Duration.ofDays(7L * week));
  }

  static Instant thursday(int week) {
    return monday(week).plus(Duration.ofDays(3));
  }

  /** Each occurrence has its instances and stages, as far as they have come by now. */
  static void areShownOnce(List<String> reviews, Function<String, Response> get) {
    var instances = reviews.stream().map(id -> path(id) + "/instances").toList();
    assertThat(shown(get, instances.get(0))).isEqualTo(weekly(30, 0, 7, "Completed", "InProgress"));
    assertThat(shown(get, instances.get(1))).isEqualTo(weekly(1, 0, 4, "Completed", "InProgress"));
    assertThat(shown(get, instances.get(2))).isEqualTo(weekly(3, 0, 7, "Completed", "InProgress"));
    assertThat(shown(get, instances.get(3))).isEqualTo(weekly(1, 0, 7, "Completed", "InProgress"));
    assertThat(shown(get, instances.get(4))).isEqualTo(weekly(1, 0, 3, "Applied", "Applied"));
    List<String> ids = get.apply(instances.get(1)).path("value.id");
    assertThat(
            ids.stream()
                .flatMap(id -> shown(get, instances.get(1) + "/" + id + "/stages").stream()))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(0, LAST_WEEK)
                .mapToObj(
                    week ->
                        Stream.of(
                            window(week, 0, 2, "Completed"),
                            window(week, 2, 4, week < LAST_WEEK ? "Completed" : "InProgress")))
                .flatMap(both -> both)
                .toList());
  }

  private static List<String> shown(Function<String, Response> get, String collection) {
    List<Map<String, String>> values = get.apply(collection + "?$top=999").path("value");
    return values.stream()
        .map(
            one ->
                one.get("startDateTime") + ".." + one.get("endDateTime") + " " + one.get("status"))
        .toList();
  }

  private static List<String> weekly(int number, int from, int to, String before, String last) {
    return IntStream.rangeClosed(0, LAST_WEEK)
        .mapToObj(week -> nCopies(number, window(week, from, to, week < LAST_WEEK ? before : last)))
        .flatMap(List::stream)
        .toList();
  }

  private static String window(int week, int from, int to, String status) {
    return "%s..%s %s"
        .formatted(
            monday(week).plus(Duration.ofDays(from)),
            monday(week).plus(Duration.ofDays(to)),
            status);
  }

  /** Items and reviewers are those of the directory, which nothing but the last review changed. */
  static void areStoredOnce(Rows rows, String emptyingReview) {
    assertThat(
            rows.strings(
                """
                select d.apply_result || ' ' || count(*) || ' of ' || count(distinct d.principal_id)
                  || ' on ' || i.occurrence
                from access_review_decision_item d join access_review_instance i on i.id = d.instance_id
                where i.definition_id = ?::uuid
                group by i.occurrence, d.apply_result order by i.occurrence""",
                emptyingReview))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(0, WEEKS)
                .mapToObj(
                    week ->
                        "AppliedSuccessfully 2000 of 2000 on "
                            + LocalDate.ofInstant(monday(week), ZoneOffset.UTC))
                .toList());
    assertThat(rows.strings(ITEMS_UNLIKE_THE_DIRECTORY, emptyingReview, emptyingReview)).isEmpty();
    assertThat(rows.strings(WRONG_ROUTES)).isEmpty();
    assertThat(rows.strings(WRONG_REVIEWERS)).isEmpty();
    assertThat(
            rows.strings(
                """
                select i.occurrence || ' ' || s.stage || ' ' || count(*)
                from access_review_stage_decision s join access_review_instance i
                  on i.id = s.instance_id
                group by i.id, s.stage order by i.occurrence, s.stage"""))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(0, LAST_WEEK)
                .mapToObj(week -> LocalDate.ofInstant(monday(week), ZoneOffset.UTC))
                .flatMap(day -> Stream.of(day + " 1 2000", day + " 2 2000"))
                .toList());
  }
}
