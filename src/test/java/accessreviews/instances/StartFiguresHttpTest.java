package accessreviews.instances;

import static accessreviews.testing.Organisation.group;
import static accessreviews.testing.Organisation.user;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Issuer;
import accessreviews.testing.PackagedService;
import accessreviews.testing.Sampled;
import accessreviews.testing.Series;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
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
@QuarkusTest
class StartFiguresHttpTest extends HttpTest {
  private static final int BOSS = 0;

  /** The transactions of the service that change something, and the statement that each is at. */
  private static final String AT_WORK =
      """
      select left(regexp_replace(query, '\\s+', ' ', 'g'), 90) from pg_stat_activity
      where application_name = 'measured' and backend_xid is not null""";

  private static final Pattern HEAP =
      Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\".*?} (\\S+)$");

  @TempDir Path folder;
  @Inject Scheduler scheduler;

  /** What is due is left to the service that is measured. */
  @BeforeEach
  void theServiceOfTheTestRests() {
    scheduler.pause();
  }

  @AfterEach
  void theServiceOfTheTestGoesOn() {
    scheduler.resume();
  }

  @Test
  void aThousandMembers() throws Exception {
    measure(1_000, "a user", Series.aSeries().reviewedBy(named(BOSS)));
    measure(1_000, "managers", Series.aSeries().reviewedBy("./manager").withFallback(named(BOSS)));
    measure(1_000, "a user, denied by default and applied", emptying());
  }

  @Test
  @EnabledIfSystemProperty(named = "figures", matches = "true")
  void aHundredThousandMembers() throws Exception {
    measure(100_000, "a user", Series.aSeries().reviewedBy(named(BOSS)));
    measure(
        100_000, "managers", Series.aSeries().reviewedBy("./manager").withFallback(named(BOSS)));
    measure(100_000, "a user, denied by default and applied", emptying());
  }

  @Test
  @EnabledIfSystemProperty(named = "figures", matches = "true")
  void aMillionMembers() throws Exception {
    measure(1_000_000, "a user", Series.aSeries().reviewedBy(named(BOSS)));
    measure(1_000_000, "a user, denied by default and applied", emptying());
  }

  private static Series emptying() {
    return Series.aSeries()
        .reviewedBy(named(BOSS))
        .with("settings.defaultDecisionEnabled", "true")
        .with("settings.defaultDecision", "\"Deny\"")
        .with("settings.autoApplyDecisionsEnabled", "true");
  }

  private static String named(int user) {
    return "/users/" + user(user);
  }

  private void measure(int members, String by, Series series) throws Exception {
    fill(members);
    try (var issuer = Issuer.start()) {
      var environment = PackagedService.environment(issuer);
      environment.compute(
          PackagedService.DATABASE,
          (key, url) -> url + (url.contains("?") ? "&" : "?") + "ApplicationName=measured");
      environment.put("ACCESS_REVIEWS_EMULATOR_ENABLED", "true");
      environment.put("JAVA_TOOL_OPTIONS", "-Xmx320m");
      try (var service = PackagedService.start(folder, environment)) {
        var token =
            issuer.token(
                "\"roles\":[\"AccessReview.ReadWrite.All\",\"Emulator.Control\"]",
                Instant.now().plus(Duration.ofHours(1)));
        call(service, token, "{\"now\":\"%s\"}".formatted(NOW))
            .put("/emulator/clock")
            .then()
            .statusCode(200);
        var body = series.ofScope("/groups/" + group(0) + "/members").json();
        var start =
            sampled(
                service,
                () -> {
                  call(service, token, body).post(DEFINITIONS).then().statusCode(201);
                  return advance(service, token, "PT0S");
                });
        print(members, by, "start", start);
        assertThat(
                rows.strings(
                    "select status || count(*) from access_review_instance i join access_review_decision_item d on d.instance_id = i.id group by status"))
            .containsExactly("InProgress" + members);
        var end = sampled(service, () -> advance(service, token, "P1D"));
        print(members, by, "end", end);
        var emptied = series.json().contains("autoApply");
        assertThat(
                rows.strings(
                    "select status || apply_result || count(*) from access_review_instance i join access_review_decision_item d on d.instance_id = i.id group by status, apply_result"))
            .containsExactly((emptied ? "AppliedAppliedSuccessfully" : "CompletedNew") + members);
        assertThat(rows.strings("select count(*) from directory_group_member"))
            .containsExactly(Integer.toString(emptied ? 0 : members));
      }
    }
    rows.execute("delete from access_review_schedule_definition");
  }

  private static RequestSpecification call(PackagedService service, String token, String body) {
    return service.request(token).contentType("application/json").body(body);
  }

  private static Response advance(PackagedService service, String token, String by) {
    var answer =
        call(service, token, "{\"by\":\"%s\"}".formatted(by)).post("/emulator/clock/advance");
    answer.then().statusCode(200);
    return answer;
  }

  private Sampled sampled(PackagedService service, Callable<?> work) throws Exception {
    return Sampled.of(work, () -> rows.strings(AT_WORK), () -> heap(service));
  }

  /** In megabytes, garbage included. */
  private static long heap(PackagedService service) {
    var metrics = RestAssured.given().port(service.port()).get("/q/metrics").asString();
    return (long)
            HEAP.matcher(metrics)
                .results()
                .mapToDouble(one -> Double.parseDouble(one.group(1)))
                .sum()
        >> 20;
  }

  private static void print(int members, String by, String what, Sampled sampled) {
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

  /** Users with ids in no order, each with a manager but for one in fifty; all in one group. */
  private void fill(int members) {
    rows.execute("delete from directory_object");
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
    rows.execute(
        """
        insert into directory_user (id, version, display_name, user_principal_name, user_type,
          account_enabled, created_date_time, last_sign_in_date_time, manager_id)
        select md5(i::text)::uuid, 0, 'User ' || i, 'user' || i || '@contoso.com', 'Member', true,
          now(), '2026-01-01Z', case when i % 50 <> 1 then md5((i - (i - 1) % 50)::text)::uuid end
        from generate_series(1, ?) i""",
        members);
    rows.execute(
        """
        insert into directory_group_member (group_id, member_id, member_type)
        select ?::uuid, id, 'user' from directory_user""",
        group(0));
  }
}
