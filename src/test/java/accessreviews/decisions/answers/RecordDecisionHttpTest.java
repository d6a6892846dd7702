package accessreviews.decisions.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reviewers answer the items that they review, and nobody else does. */
@Endpoint
@QuarkusTest
class RecordDecisionHttpTest extends LifeHttpTest {
  private static final String APPROVE = "{\"decision\":\"Approve\",\"justification\":\"needs it\"}";

  @BeforeEach
  void staff() {
    Organisation.users("ada", "bob", "cleo", "boss", "chief");
    Organisation.group("staff", "ada", "bob", "cleo");
    Organisation.manager("ada", "boss");
    Organisation.manager("bob", "chief");
  }

  @Test
  void anAnswerIsStoredAndLogged() {
    var series = start(reviewOf("staff", user("boss")));
    var item = item(series, "ada");

    by("boss").body(APPROVE).patch(item).then().statusCode(204).header("ETag", "W/\"1\"");

    request()
        .get(item)
        .then()
        .statusCode(200)
        .header("ETag", "W/\"1\"")
        .body("decision", is("Approve"))
        .body("justification", is("needs it"))
        .body("reviewedBy.id", is(Organisation.id("boss")))
        .body("reviewedDateTime", is("2026-01-05T09:00:00Z"))
        .body("applyResult", is("New"));
    assertThat(log())
        .containsExactly("single 1 primary " + Organisation.id("boss") + " NotReviewed>Approve");
  }

  @Test
  void theLastAnswerWinsAndMayBeTakenBack() {
    var series = start(reviewOf("staff", user("boss"), user("chief")));
    var item = item(series, "ada");

    by("boss").body(APPROVE).patch(item).then().statusCode(204);
    by("chief").body("{\"decision\":\"Deny\"}").patch(item).then().statusCode(204);
    request().get(item).then().body("decision", is("Deny")).body("justification", is(""));

    by("chief").body("{\"decision\":\"NotReviewed\"}").patch(item).then().statusCode(204);

    request()
        .get(item)
        .then()
        .body("decision", is("NotReviewed"))
        .body("reviewedBy.id", is("00000000-0000-0000-0000-000000000000"))
        .body("reviewedDateTime", equalTo(null));
    assertThat(log()).hasSize(3);
  }

  @Test
  void anotherManagersItemIsRefusedAsAnUnknownOneIs() {
    var series = start(reviewOf("staff", "./manager").withFallback(user("chief")));
    var mine = item(series, "ada");
    var others = item(series, "bob");
    var nobodys = mine.substring(0, mine.length() - 36) + "0a1b2c3d-0000-4000-8000-00000000000f";

    for (var refused : List.of(others, nobodys)) {
      changesNothing(() -> by("boss").body(APPROVE).patch(refused).then().statusCode(403));
    }
    changesNothing(() -> by("ada").body(APPROVE).patch(mine).then().statusCode(403));
    changesNothing(() -> json(APPROVE).patch(mine).then().statusCode(403)); // an application
    by("boss").body(APPROVE).patch(mine).then().statusCode(204);
    by("chief").body(APPROVE).patch(item(series, "cleo")).then().statusCode(204); // as fallback
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                            | requiredPropertyMissing | decision",
        "{\"decision\":null}                           | requiredPropertyMissing | decision",
        "{\"decision\":\"Perhaps\"}                    | invalidPropertyValue    | decision",
        "{\"decision\":\"Approve\"}                    | requiredPropertyMissing | justification",
        "{\"decision\":\"Deny\",\"justification\":\" \"} | requiredPropertyMissing | justification",
        "{\"decision\":\"Deny\",\"justification\":7}   | invalidPropertyValue    | justification"
      })
  void whatIsWrongInAnAnswerIsSaid(String body, String code, String target) {
    var series = start(justified(reviewOf("staff", user("boss"))));
    var item = item(series, "ada");

    changesNothing(
        () ->
            by("boss")
                .body(body)
                .patch(item)
                .then()
                .statusCode(400)
                .body("error.innerError.code", is(code))
                .body("error.target", is(target)));
  }

  @Test
  void noReasonIsWantedForNotKnowing() {
    var item = item(start(justified(reviewOf("staff", user("boss")))), "ada");

    by("boss").body("{\"decision\":\"DontKnow\"}").patch(item).then().statusCode(204);
  }

  @Test
  void anAnswerToAnotherVersionIsRefused() {
    var item = item(start(reviewOf("staff", user("boss"))), "ada");
    by("boss").header("If-Match", "W/\"0\"").body(APPROVE).patch(item).then().statusCode(204);

    changesNothing(
        () ->
            by("boss")
                .header("If-Match", "W/\"0\"")
                .body(APPROVE)
                .patch(item)
                .then()
                .statusCode(412)
                .body("error.code", is("PreconditionFailed")));
  }

  @Test
  void afterTheEndNothingIsAnswered() {
    var series = start(reviewOf("staff", user("boss")));
    var item = item(series, "ada");
    json("").post(instancePath(series, latest(series)) + "/stop").then().statusCode(204);

    changesNothing(
        () ->
            by("boss")
                .body(APPROVE)
                .patch(item)
                .then()
                .statusCode(409)
                .body("error.innerError.code", is("instanceNotInProgress"))
                .body("error.message", startsWith("The instance")));
  }

  @Test
  void aStageIsAnsweredByItsOwnReviewersUntilItEnds() {
    var series =
        start(
            reviewOf("staff")
                .inStages(stage(1, 2, "", user("boss")), stage(2, 2, "", user("chief"))));
    var item = item(series, "ada");
    var first = stageIds(series).getFirst();
    var inFirst = item.replace("/decisions/", "/stages/" + first + "/decisions/");

    by("chief").body(APPROVE).patch(item).then().statusCode(403);
    by("boss").body(APPROVE).patch(inFirst).then().statusCode(204);
    advance("P2D");
    by("boss")
        .body(APPROVE)
        .patch(inFirst)
        .then()
        .statusCode(409)
        .body("error.innerError.code", is("stageNotInProgress"))
        .body("error.target", is("status"))
        .body("error.message", containsString("is no longer in the stage " + first));
    var second = stageIds(series).getLast();
    by("boss")
        .body(APPROVE)
        .patch(item)
        .then()
        .statusCode(409)
        .body("error.innerError.code", is("stageNotInProgress"))
        .body("error.target", is("status"))
        .body(
            "error.message",
            containsString("is in the stage " + second + " now; you do not review it there."));
    var inSecond = item.replace("/decisions/", "/stages/" + second + "/decisions/");
    changesNothing(() -> by("boss").body(APPROVE).patch(inSecond).then().statusCode(403));
    by("chief").body("{\"decision\":\"Deny\"}").patch(inSecond).then().statusCode(204);

    request().get(item).then().body("decision", is("Deny"));
    request().get(inFirst).then().body("decision", is("Approve"));
    request().get(inSecond).then().body("decision", is("Deny"));
  }

  @Test
  void manyAreAnsweredAtOnceByWhoReviewsThem() {
    var series = start(reviewOf("staff", "./manager").withFallback(user("chief")));
    var instance = instancePath(series, latest(series));

    by("boss").body(APPROVE).post(instance + "/batchRecordDecisions").then().statusCode(204);
    assertThat(decided(series)).containsExactly("Approve", "NotReviewed", "NotReviewed");

    by("chief")
        .body("{\"decision\":\"Deny\",\"principalId\":\"%s\"}".formatted(Organisation.id("cleo")))
        .post(instance + "/batchRecordDecisions")
        .then()
        .statusCode(204);
    assertThat(decided(series)).containsExactly("Approve", "NotReviewed", "Deny");

    json(APPROVE).post(instance + "/batchRecordDecisions").then().statusCode(204);
    assertThat(decided(series)).containsOnly("Approve");
    assertThat(log()).contains("batch 3 administrator null Deny>Approve");
    by("ada").body(APPROVE).post(instance + "/batchRecordDecisions").then().statusCode(403);
  }

  @Test
  void recommendationsAreAcceptedWhereNobodyHasAnswered() {
    Organisation.activeUser("dora", "2026-01-01T00:00:00Z");
    Organisation.join("staff", "dora");
    var series =
        start(
            reviewOf("staff", user("boss"))
                .with("settings", once(5, "\"recommendationsEnabled\":true")));
    by("boss").body(APPROVE).patch(item(series, "ada")).then().statusCode(204);

    by("boss")
        .post(instancePath(series, latest(series)) + "/acceptRecommendations")
        .then()
        .statusCode(204);

    assertThat(decided(series)).containsExactly("Approve", "Deny", "Deny", "Approve");
  }

  @Test
  void anAdministratorTakesAllAnswersBack() {
    var series = start(reviewOf("staff", user("boss")));
    var instance = instancePath(series, latest(series));
    by("boss").body(APPROVE).post(instance + "/batchRecordDecisions").then().statusCode(204);

    by("boss").post(instance + "/resetDecisions").then().statusCode(403);
    json("").post(instance + "/resetDecisions").then().statusCode(204);

    assertThat(decided(series)).containsOnly("NotReviewed");
  }

  private static Series justified(Series series) {
    return series.with("settings", once(5, "\"justificationRequiredOnApproval\":true"));
  }

  private static RequestSpecification by(String user) {
    return as(Tokens.claims(Organisation.id(user), "AccessReview.ReadWrite.All"))
        .contentType("application/json");
  }

  private static String item(String series, String principal) {
    var decisions = instancePath(series, latest(series)) + "/decisions";
    String id =
        request()
            .get(decisions + "?$filter=principal/id%20eq%20'" + Organisation.id(principal) + "'")
            .then()
            .statusCode(200)
            .extract()
            .path("value[0].id");
    return decisions + "/" + id;
  }

  private static List<String> stageIds(String series) {
    return request()
        .get(instancePath(series, latest(series)) + "/stages")
        .then()
        .statusCode(200)
        .extract()
        .path("value.id");
  }

  /** In the order of the principals' names. */
  private List<String> decided(String series) {
    return rows.strings(
        """
        select decision from access_review_decision_item
        where instance_id = ?::uuid order by principal_name""",
        latest(series));
  }

  private List<String> log() {
    return rows.strings(
        """
        select concat_ws(' ', e ->> 'call', e ->> 'callSize', e ->> 'actingAs',
          coalesce(nullif(e -> 'actor' ->> 'id', '00000000-0000-0000-0000-000000000000'), 'null'),
          (e ->> 'before') || '>' || (e ->> 'decision'))
        from evidence_entry, cast(entry as jsonb) e where type = 'decision' order by id""");
  }
}
