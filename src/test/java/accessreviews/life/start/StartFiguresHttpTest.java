package accessreviews.life.start;

import static accessreviews.testing.rows.LargeOrganisation.group;
import static accessreviews.testing.rows.LargeOrganisation.user;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Sampled;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.lanes.StartsServices;
import accessreviews.testing.rows.Series;
import accessreviews.testing.servers.Issuer;
import accessreviews.testing.servers.PackagedService;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a large group takes to start and to end, and how much memory: printed. Sizes above a
 * thousand only with {@code -Dfigures=true}. The service is what was built, in 320 MB.
 */
@InProcessOnly("measures")
@StartsServices
@QuarkusTest
class StartFiguresHttpTest extends HttpTest {
  private static final int BOSS = 0;

  /** A million items may take minutes. */
  private static final int LONGEST_MILLIS = 3_600_000;

  private static final String ITEMS =
      """
      select concat_ws(' ', i.status, d.apply_result, count(*))
      from access_review_instance i join access_review_decision_item d on d.instance_id = i.id
      group by i.status, d.apply_result""";

  /** The transactions of the service that change something, and the statement that each is at. */
  private static final String AT_WORK =
      """
      select left(regexp_replace(query, '\\s+', ' ', 'g'), 90) from pg_stat_activity
      where application_name = 'measured' and backend_xid is not null and state = 'active'""";

  private static final Pattern HEAP =
      Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\".*?} (\\S+)$");

  @TempDir Path folder;
  @Inject Scheduler scheduler;

  private Issuer issuer;
  private PackagedService service;
  private String token;
  private Instant now = NOW;

  /** What is due is left to the service that is measured. */
  @BeforeEach
  void startTheOneThatIsMeasured() throws Exception {
    scheduler.pause();
    issuer = Issuer.start();
    token =
        issuer.token(
            "\"roles\":[\"AccessReview.ReadWrite.All\",\"Emulator.Control\"]",
            Instant.now().plus(Duration.ofHours(2)));
    var environment = PackagedService.environment(issuer);
    environment.compute(
        PackagedService.DATABASE, (key, url) -> PackagedService.named("measured", url));
    environment.put("ACCESS_REVIEWS_EMULATOR_ENABLED", "true");
    environment.put("ACCESS_REVIEWS_APPLY_GUARD_ENABLED", "false");
    environment.put("QUARKUS_MAILER_FROM", "reviews@contoso.com");
    environment.put("ACCESS_REVIEWS_PUBLIC_URL", "https://reviews.contoso.com");
    environment.put("ACCESS_REVIEWS_NOTICES_EVERY", "off");
    environment.put("ACCESS_REVIEWS_NOTICES_DIGEST", "PT24H"); // nothing leaves at the start
    environment.put("ACCESS_REVIEWS_NOTICES_PER_MINUTE", "1");
    environment.put("JAVA_TOOL_OPTIONS", "-Xmx320m");
    service = PackagedService.start(folder, environment);
  }

  @AfterEach
  void stopIt() {
    service.close();
    empty();
    issuer.close();
    scheduler.resume();
  }

  @Test
  void aThousandMembers() throws Exception {
    measure(100, "a user, while it warms up", byUser());
    measureAll(1_000);
  }

  @Test
  @EnabledIfSystemProperty(named = "figures", matches = "true")
  void aHundredThousandMembers() throws Exception {
    measure(100, "managers and then a user, in two stages, while it warms up", inStages());
    measureAll(100_000);
  }

  /** In turn, so that both meet the same machine. */
  @Test
  @EnabledIfSystemProperty(named = "figures", matches = "true")
  void aHundredThousandMembersWhoAreToldByMail() throws Exception {
    measure(100, "themselves, while it warms up", byThemselves(true));
    for (var round = 0; round < 4; round++) {
      measure(100_000, "themselves, without mail", byThemselves(false));
      measure(100_000, "themselves, told by mail", byThemselves(true));
    }
  }

  private static Series byThemselves(boolean told) {
    return Series.aSeries()
        .reviewedBy()
        .with("settings.mailNotificationsEnabled", Boolean.toString(told));
  }

  @Test
  @EnabledIfSystemProperty(named = "figures", matches = "true")
  void aMillionMembers() throws Exception {
    measure(100, "a user, while it warms up", byUser());
    measure(1_000_000, "a user, denied by default and applied", emptying());
  }

  private void measureAll(int members) throws Exception {
    measure(members, "a user", byUser());
    measure(members, "managers", byManagers());
    measure(members, "managers and then a user, in two stages", inStages());
    measure(members, "a user, denied by default and applied", emptying());
  }

  private static Series inStages() {
    return Series.aSeries()
        .without("reviewers")
        .with(
            "stageSettings",
            "["
                + Series.stage(1, "./manager")
                    .replaceFirst(
                        "\\{",
                        "{\"fallbackReviewers\":" + Series.scopes("/users/" + user(BOSS)) + ",")
                + ","
                + Series.stage(2, "/users/" + user(BOSS))
                + "]");
  }

  private static Series byUser() {
    return Series.aSeries().reviewedBy("/users/" + user(BOSS));
  }

  private static Series byManagers() {
    return Series.aSeries().reviewedBy("./manager").withFallback("/users/" + user(BOSS));
  }

  private static Series emptying() {
    return byUser()
        .with("settings.defaultDecisionEnabled", "true")
        .with("settings.defaultDecision", "\"Deny\"")
        .with("settings.autoApplyDecisionsEnabled", "true");
  }

  private void measure(int members, String by, Series series) throws Exception {
    fill(members);
    now = now.plus(Duration.ofDays(7));
    call("{\"now\":\"%s\"}".formatted(now)).put("/emulator/clock").then().statusCode(200);
    var body = series.ofScope("/groups/" + group(0) + "/members").json();
    var start =
        sampled(
            () -> {
              call(body).post(DEFINITIONS).then().statusCode(201);
              return clockOn("PT0S");
            });
    print("start", members, by, start);
    assertThat(rows.strings(ITEMS)).containsExactly("InProgress New " + members);

    var end = sampled(() -> clockOn("P5D"));
    print("end", members, by, end);
    var applied = body.contains("autoApply");
    assertThat(rows.strings(ITEMS))
        .containsExactly((applied ? "Applied AppliedSuccessfully " : "Completed New ") + members);
    assertThat(rows.strings("select count(*) from directory_group_member"))
        .containsExactly(Integer.toString(applied ? 0 : members));
  }

  private RequestSpecification call(String body) {
    return service
        .request(token)
        .config(
            RestAssured.config()
                .httpClient(
                    HttpClientConfig.httpClientConfig()
                        .setParam("http.socket.timeout", LONGEST_MILLIS)))
        .contentType("application/json")
        .body(body);
  }

  private Response clockOn(String by) {
    var answer = call("{\"by\":\"%s\"}".formatted(by)).post("/emulator/clock/advance");
    answer.then().statusCode(200);
    return answer;
  }

  private Sampled sampled(Callable<?> work) throws Exception {
    return Sampled.of(work, () -> rows.strings(AT_WORK), this::heap);
  }

  /** In megabytes, garbage included. */
  private long heap() {
    var metrics = RestAssured.given().port(service.port()).get("/q/metrics").asString();
    return (long)
            HEAP.matcher(metrics)
                .results()
                .mapToDouble(one -> Double.parseDouble(one.group(1)))
                .sum()
        >> 20;
  }

  private static void print(String what, int members, String by, Sampled sampled) {
    System.out.printf(
        "FIGURES %s of %,d members, reviewed by %s: %.1f s, %,d items/s, highest heap %d of 320 MB%s%n",
        what,
        members,
        by,
        sampled.time().toMillis() / 1000.0,
        Math.round(members / (sampled.time().toMillis() / 1000.0)),
        sampled.highest(),
        sampled.shares());
  }

  /** At once, where the service would delete row by row. */
  private void empty() {
    rows.execute("truncate access_review_schedule_definition, directory_object, notice cascade");
  }

  /** Users with ids in no order, each with a manager but for one in fifty; all in one group. */
  private void fill(int members) {
    empty();
    rows.execute("insert into directory_object (id, type) values (?::uuid, 'group')", group(0));
    rows.execute(
        """
        insert into directory_group (id, version, display_name, mail_enabled, security_enabled,
          group_types, resource_provisioning_options, is_assignable_to_role, created_date_time)
        values (?::uuid, 0, 'Everybody', false, true, '{}', '{}', false, now())""",
        group(0));
    rows.execute(
        """
        insert into directory_object (id, type)
        select md5(i::text)::uuid, 'user' from generate_series(1, ?) i""",
        members);
    // as if the managers had been there already: each check of the key would read the whole table
    rows.execute(
        """
        do $$
        begin
          set local session_replication_role = replica;
          insert into directory_user (id, version, display_name, user_principal_name, user_type,
            account_enabled, created_date_time, last_sign_in_date_time, manager_id)
          select md5(i::text)::uuid, 0, 'User ' || i, 'user' || i || '@contoso.com', 'Member',
            true, now(), '2026-01-01Z',
            case when i %% 50 <> 1 then md5((i - (i - 1) %% 50)::text)::uuid end
          from generate_series(1, %d) i;
        end
        $$"""
            .formatted(members));
    rows.execute(
        """
        insert into directory_group_member (group_id, member_id, member_type)
        select ?::uuid, id, 'user' from directory_user""",
        group(0));
    rows.execute("analyze directory_object, directory_user, directory_group_member"); // as imports
  }
}
