package accessreviews.platform;

import static accessreviews.testing.rows.LargeOrganisation.group;
import static accessreviews.testing.rows.LargeOrganisation.user;
import static accessreviews.testing.rows.Series.aSeries;
import static accessreviews.testing.rows.Series.scopes;
import static accessreviews.testing.rows.Series.stage;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.rows.ASeries;
import accessreviews.testing.rows.LargeOrganisation;
import accessreviews.testing.rows.Series;
import accessreviews.testing.servers.Issuer;
import accessreviews.testing.servers.Replicas;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two replicas of what was built live through weeks on one database, and whichever is at work is
 * killed at a random moment, again and again; once both are, and stay away for weeks.
 */
@QuarkusTest
class ReplicasHttpTest extends SeriesHttpTest {
  private static final LargeOrganisation ORGANISATION = new LargeOrganisation(2_500, 30, 2_000);

  /** Beyond those of the organisation; reviews empty it each week. */
  private static final int EMPTIED = 30;

  /** Not in the directory, and known to reviews all the same. */
  private static final int BOSS = 9_998;

  private static final int OTHER_BOSS = 9_999;

  private static final Instant FIRST_MONDAY = Instant.parse("2026-01-12T00:00:00Z");
  private static final int WEEKS = 2;
  private static final int LAST_WEEK = 4;
  private static final int LONGEST_DELAY = 1_500;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(10);

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

  @TempDir Path folder;
  @Inject Scheduler scheduler;

  private final Random random = new Random();
  private final List<String> kills = new ArrayList<>();

  /** What is due is left to the replicas. */
  @BeforeEach
  void theServiceOfTheTestRests() {
    scheduler.pause();
  }

  @AfterEach
  void theServiceOfTheTestGoesOn() {
    scheduler.resume();
  }

  private final String all =
      weekly("All groups", 7)
          .ofScope("./members/microsoft.graph.user")
          .enumerating("/groups?$filter=(groupTypes/any(c:c eq 'Unified'))")
          .reviewedBy("./manager")
          .withFallback(named(BOSS))
          .json();
  private final String staged =
      weekly("Two stages", 4)
          .ofScope(members(0))
          .inStages(
              stage(1, "./manager")
                  .replaceFirst("\\{", "{\"fallbackReviewers\":" + scopes(named(BOSS)) + ","),
              stage(2, named(OTHER_BOSS)))
          .json();
  private final String several =
      weekly("Several resources", 7)
          .with("scope", ASeries.ofResources(of(1), of(2), of(3)).scope())
          .reviewedBy(named(BOSS), named(OTHER_BOSS))
          .json();
  private final String self =
      weekly("Self-review", 7).ofScope(members(4)).without("reviewers").json();
  private final String emptying =
      weekly("Emptied", 3)
          .ofScope(members(EMPTIED))
          .with("settings.defaultDecisionEnabled", "true")
          .with("settings.defaultDecision", "\"Deny\"")
          .with("settings.autoApplyDecisionsEnabled", "true")
          .reviewedBy(named(BOSS))
          .json();

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

  @Test
  void everythingHappensOnceAlthoughReplicasAreKilledInTheMiddleOfIt() throws Exception {
    var seed = Long.getLong("replicas.seed", System.nanoTime());
    System.out.println("REPLICAS -Dreplicas.seed=" + seed);
    random.setSeed(seed);
    ORGANISATION.fill();
    ORGANISATION.fillOther(EMPTIED);
    var reviews = Stream.of(all, staged, several, self, emptying).map(HttpTest::created).toList();
    try (var issuer = Issuer.start();
        var replicas =
            Replicas.start(
                2, folder, issuer, rows, Map.of("ACCESS_REVIEWS_APPLY_GUARD_ENABLED", "false"))) {
      for (var week = 0; week < WEEKS; week++) {
        live(replicas, monday(week));
        live(replicas, thursday(week));
        ORGANISATION.fillOther(EMPTIED);
      }
      stayAway(replicas, monday(WEEKS), thursday(LAST_WEEK));

      assertThat(kills).isNotEmpty();
      assertThat(replicas.logs()).doesNotContain(" ERROR ");
      var token =
          issuer.token(
              "\"roles\":[\"AccessReview.Read.All\"]", Instant.now().plus(Duration.ofHours(1)));
      for (var name : replicas.names()) {
        areShownOnce(reviews, path -> replicas.request(name, token).get(path));
      }
    }
    areStoredOnce(reviews.getLast());
  }

  private static Instant monday(int week) {
    return FIRST_MONDAY.plus(Duration.ofDays(7L * week));
  }

  private static Instant thursday(int week) {
    return monday(week).plus(Duration.ofDays(3));
  }

  /** Until everything due by {@code until} has happened; who is at work is killed meanwhile. */
  private void live(Replicas replicas, Instant until) throws Exception {
    clockOfReplicasAt(until);
    var killed = killWhoIsAtWork(replicas, until);
    if (random.nextBoolean()) {
      settle(until); // the other one alone
    }
    if (killed.isPresent()) {
      replicas.start(killed.get());
    }
    settle(until);
  }

  /** Both are killed in the middle of their work, and start again much later. */
  private void stayAway(Replicas replicas, Instant until, Instant back) throws Exception {
    clockOfReplicasAt(until);
    killWhoIsAtWork(replicas, until);
    List.copyOf(replicas.names()).forEach(replicas::kill);
    clockOfReplicasAt(back);
    replicas.start("replica-1");
    replicas.start("replica-2");
    settle(back);
  }

  private void clockOfReplicasAt(Instant instant) {
    rows.execute("update emulator_clock set frozen_at = ?::timestamptz", instant.toString());
  }

  /** At a random moment after work has begun; its name, unless the work was done before that. */
  private Optional<String> killWhoIsAtWork(Replicas replicas, Instant until) throws Exception {
    waitFor(() -> replicas.atWork().isPresent() || isSettled(until));
    var delay = random.nextInt(LONGEST_DELAY);
    var moment = System.nanoTime() + Duration.ofMillis(delay).toNanos();
    waitFor(() -> System.nanoTime() >= moment);
    var work = new AtomicReference<Optional<String>>(Optional.empty());
    waitFor(() -> work.updateAndGet(none -> replicas.atWork()).isPresent() || isSettled(until));
    var name = work.get().map(text -> text.substring(0, text.indexOf(':')));
    name.ifPresent(replicas::kill);
    System.out.printf("REPLICAS at %s after %d ms: %s%n", until, delay, work.get());
    work.get().ifPresent(kills::add);
    return name;
  }

  private void settle(Instant until) throws Exception {
    waitFor(() -> isSettled(until));
  }

  /** Nothing is due by {@code until} any more. */
  private boolean isSettled(Instant until) {
    return rows.strings(
            """
            select
              (select count(*) from access_review_schedule_definition
                where next_start_date_time <= t.at)
              + (select count(*) from access_review_instance where next_transition_at <= t.at)
              + (select count(*) from access_review_stage
                where status = 'InProgress' and end_date_time <= t.at)
            from (select ?::timestamptz at) t""",
            until.toString())
        .equals(List.of("0"));
  }

  private static void waitFor(BooleanSupplier condition) throws InterruptedException {
    var patience = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain").isLessThan(patience);
      Thread.sleep(PAUSE);
    }
  }

  /** Each occurrence has its instances and stages, as far as they have come by now. */
  private static void areShownOnce(List<String> reviews, Function<String, Response> get) {
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

  /** Items and reviewers are those of the directory, which nothing but {@code emptying} changed. */
  private void areStoredOnce(String emptyingReview) {
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
