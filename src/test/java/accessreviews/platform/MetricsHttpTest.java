package accessreviews.platform;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Eventually;
import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.servers.MailServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator would be woken by is at {@code /q/metrics}. */
@Endpoint
@QuarkusTest
class MetricsHttpTest extends LifeHttpTest {
  @BeforeEach
  void organisation() {
    Organisation.users("ada", "bob", "boss");
    Organisation.group("staff", "ada", "bob");
  }

  @Test
  void remindersThatWaitShowHowManyAndSinceWhen() throws Exception {
    var series = start(reviewOf("staff", user("boss")));
    var reminders = "{channel=\"mail\",kind=\"requestedReminder\"}";
    Eventually.becomes(0.0, () -> metric("access_reviews_notices_waiting" + reminders));
    assertThat(metric("access_reviews_notices_oldest_seconds" + reminders)).isZero();

    MailServer.ofTests().answerAll(MailServer.Answer.refused(450, "Later"));
    try {
      json("").post(instancePath(series, latest(series)) + "/sendReminder").then().statusCode(204);
      advance("PT1H");

      Eventually.becomes(1.0, () -> metric("access_reviews_notices_waiting" + reminders));
      assertThat(metric("access_reviews_notices_oldest_seconds" + reminders)).isEqualTo(3600);
    } finally {
      MailServer.ofTests().reset();
    }
  }

  @Test
  void whatIsDueAndDoesNotHappenShowsForHowLong() throws Exception {
    var lag = "access_reviews_transitions_lag_seconds{transition=\"instance-step\"}";
    var series = start(reviewOf("staff", user("boss")));
    Eventually.becomes(0.0, () -> metric(lag));
    rows.execute(
        "update access_review_instance set scope = '7', next_transition_at = ?::timestamptz",
        NOW.minusSeconds(90).toString());

    Eventually.becomes(90.0, () -> metric(lag));

    rows.execute("delete from access_review_instance where definition_id = ?::uuid", series);
    Eventually.becomes(0.0, () -> metric(lag));
  }

  @Test
  void refusalsAreCountedByTheirReason() {
    var counter = "access_reviews_refusals_total{reason=\"instanceNotInProgress\",status=\"409\"}";
    var series = start(reviewOf("staff", user("boss")));
    var instance = instancePath(series, latest(series));
    stop(instance);
    var before = metric(counter);

    json("").post(instance + "/stop").then().statusCode(409);

    assertThat(metric(counter)).isEqualTo(before + 1);
  }

  @Test
  void removalsAreCountedByTheirResult() {
    var counter = "access_reviews_removals_total{result=\"AppliedSuccessfully\"}";
    var series = start(reviewOf("staff", user("boss")));
    var instance = instancePath(series, latest(series));
    json("{\"decision\":\"Deny\"}").post(instance + "/batchRecordDecisions").then().statusCode(204);
    stop(instance);
    var before = metric(counter);

    json("").post(instance + "/applyDecisions").then().statusCode(204);

    assertThat(metric(counter)).isEqualTo(before + 2);
  }

  @Test
  void requestsAreCountedByTheirOperation() {
    var counter =
        "http_server_requests_seconds_count{method=\"GET\",outcome=\"SUCCESS\",status=\"200\","
            + "uri=\"/{version}/users/{id}\"}";
    var before = metric(counter);

    request().get("/v1.0/users/" + Organisation.id("ada")).then().statusCode(200);
    request().get("/V1.0/Users('" + Organisation.id("bob") + "')").then().statusCode(200);

    assertThat(metric(counter)).isEqualTo(before + 2);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1.0/nothing/, 400",
    "/V1.0/users/{id}/, 400",
    "/beta/$batch/, 400",
    "/v1.0/identityGovernance/accessReviews/definitions/{id}/, 400",
    "/nothing/, 404",
    "/directory/import/, 404",
  })
  void whatIsAskedForAndNotServedIsInNoMetric(String path, int status) {
    var unique = path.replace("{id}", Organisation.id("ada")) + UUID.randomUUID();
    var counter = "http_server_requests_seconds_count";

    request().get(unique).then().statusCode(status);
    RestAssured.given().get(unique).then().statusCode(401);

    assertThat(metrics()).noneMatch(line -> line.contains(unique));
    assertThat(metrics())
        .anyMatch(
            line ->
                line.startsWith(counter)
                    && line.contains("\"401\"")
                    && line.contains("\"NOT_SERVED\""));
  }

  /** The value of a line; 0 where there is none yet. */
  private static double metric(String name) {
    return metrics()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static Stream<String> metrics() {
    return request().get("/q/metrics").then().statusCode(200).extract().asString().lines();
  }
}
