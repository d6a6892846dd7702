package accessreviews.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has something to answer is reminded; the reminders wait in the outbox. */
@Endpoint
@QuarkusTest
class SendReminderHttpTest extends LifeHttpTest {
  @BeforeEach
  void organisation() {
    Organisation.users("ada", "bob", "cleo", "boss", "chief");
    Organisation.group("staff", "ada", "bob");
    Organisation.manager("ada", "boss");
  }

  @Test
  void everyoneWithSomethingToAnswerIsReminded() {
    var series = start(reviewOf("staff", "./manager").withFallback(user("chief"), user("cleo")));
    var instance = instancePath(series, latest(series));

    remind(instance);

    assertThat(reminded("")).containsExactlyInAnyOrder(ids("boss", "chief", "cleo"));
    assertThat(rows.strings("select created_date_time = '2026-01-05T09:00Z' from notice"))
        .containsOnly("t");
  }

  @Test
  void whoHasAnsweredIsNot() {
    var series = start(reviewOf("staff", "./manager").withFallback(user("chief")));
    var instance = instancePath(series, latest(series));
    as("{\"oid\":\"%s\",\"scp\":\"AccessReview.ReadWrite.All\"}".formatted(Organisation.id("boss")))
        .contentType("application/json")
        .body("{\"decision\":\"Approve\"}")
        .post(instance + "/batchRecordDecisions")
        .then()
        .statusCode(204);

    remind(instance);

    assertThat(reminded("")).containsExactly(ids("chief"));
  }

  @Test
  void everyoneRemindsThemselvesInASelfReview() {
    var series = start(reviewOf("staff"));

    remind(instancePath(series, latest(series)));

    assertThat(reminded("")).containsExactlyInAnyOrder(ids("ada", "bob"));
  }

  @Test
  void aReminderThatWaitsIsNotQueuedAgain() {
    var series = start(reviewOf("staff", user("boss")));
    var instance = instancePath(series, latest(series));
    remind(instance);
    remind(instance);
    assertThat(reminded("")).containsExactly(ids("boss"));

    rows.execute("update notice set state = 'sent', sent_date_time = created_date_time");
    remind(instance);

    assertThat(reminded("")).hasSize(2);
  }

  @Test
  void onlyThoseOfTheOpenStageAre() {
    var series =
        start(
            reviewOf("staff")
                .with(
                    "stageSettings",
                    "["
                        + stage(
                            1,
                            2,
                            ",\"decisionsThatWillMoveToNextStage\":[\"NotReviewed\"]",
                            user("boss"))
                        + ","
                        + stage(2, 2, "", user("chief"))
                        + "]"));
    var instance = instancePath(series, latest(series));
    remind(instance);
    assertThat(reminded("1")).containsExactly(ids("boss"));

    advance("P2D");
    remind(instance);

    assertThat(reminded("2")).containsExactly(ids("chief"));
    assertThat(reminded("1")).hasSize(1);
  }

  @Test
  void afterTheEndNobodyIs() {
    var series = start(reviewOf("staff", user("boss")));
    var instance = instancePath(series, latest(series));
    stop(instance);

    json("")
        .post(instance + "/sendReminder")
        .then()
        .statusCode(409)
        .body("error.innerError.code", is("instanceNotInProgress"));

    assertThat(reminded("")).isEmpty();
  }

  @Test
  void itNeedsTheRightToWrite() {
    var series = start(reviewOf("staff", user("boss")));
    var instance = instancePath(series, latest(series));

    as("{\"oid\":\"%s\",\"scp\":\"AccessReview.ReadWrite.All\"}".formatted(Organisation.id("boss")))
        .post(instance + "/sendReminder")
        .then()
        .statusCode(403);

    assertThat(reminded("")).isEmpty();
  }

  private static void remind(String instance) {
    json("").post(instance + "/sendReminder").then().statusCode(204);
  }

  /** Who has a reminder of the stage in the outbox. */
  private List<String> reminded(String stage) {
    return rows.strings(
        "select recipient_id from notice where kind = 'requestedReminder' and stage = ?", stage);
  }

  private static String[] ids(String... names) {
    return Arrays.stream(names).map(Organisation::id).toArray(String[]::new);
  }
}
