package accessreviews.instances;

import static accessreviews.testing.Bodies.fallbackReviewers;
import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.Bodies.update;
import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.AnInstance;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The update of an instance is a merge, by PUT and PATCH alike: what is given replaces, what is
 * left out stays.
 */
@Endpoint
@QuarkusTest
class UpdateInstanceHttpTest extends UpdateHttpTest {

  @ParameterizedTest
  @CsvSource({"/v1.0, PUT", "/v1.0, PATCH", "/beta, PUT", "/beta, PATCH"})
  void replacesWhatIsGiven(String root, String method) {
    var instance = anInstance().reviewedBy(ADA).withFallback(ADA).in(rows);
    sent(method, instance.path(root), update(reviewers(BOB), fallbackReviewers(ADA, CLEO)))
        .then()
        .statusCode(200);
    assertThat(reviewersOf(instance)).containsExactly(BOB);
    assertThat(fallbackReviewersOf(instance)).containsExactly(ADA, CLEO);
  }

  @ParameterizedTest
  @CsvSource({"/v1.0, PUT", "/v1.0, PATCH", "/beta, PUT", "/beta, PATCH"})
  void keepsTheReviewersThatAreLeftOut(String root, String method) {
    var instance = anInstance().reviewedBy(ADA).withFallback(ADA).in(rows);
    sent(method, instance.path(root), update(fallbackReviewers(ADA, BOB))).then().statusCode(200);
    assertThat(reviewersOf(instance)).containsExactly(ADA);
    assertThat(fallbackReviewersOf(instance)).containsExactly(ADA, BOB);
  }

  @ParameterizedTest
  @CsvSource({"/v1.0, PUT", "/v1.0, PATCH", "/beta, PUT", "/beta, PATCH"})
  void keepsTheFallbackReviewersThatAreLeftOut(String root, String method) {
    var instance = anInstance().reviewedBy(ADA).withFallback(ADA).in(rows);
    sent(method, instance.path(root), update(reviewers(BOB))).then().statusCode(200);
    assertThat(reviewersOf(instance)).containsExactly(BOB);
    assertThat(fallbackReviewersOf(instance)).containsExactly(ADA);
  }

  @ParameterizedTest
  @CsvSource({"/v1.0, PUT", "/v1.0, PATCH", "/beta, PUT", "/beta, PATCH"})
  void changesNothingWhenNothingIsGiven(String root, String method) {
    var instance = anInstance().reviewedBy(ADA).withFallback(ADA).in(rows);
    changesNothing(() -> sent(method, instance.path(root), update()).then().statusCode(200))
        .header("ETag", "W/\"0\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PUT   | "reviewers":null         | reviewers
          PATCH | "reviewers":null         | reviewers
          PUT   | "fallbackReviewers":null | fallbackReviewers
          PATCH | "fallbackReviewers":null | fallbackReviewers
          """)
  void refusesNull(String method, String member, String target) {
    var instance = anInstance().reviewedBy(ADA).withFallback(ADA).in(rows);
    assertRefused(
        Refusal.bad("invalidPropertyValue", target, "a value, or the member left out to keep"),
        () -> sent(method, instance.path(), update(member)));
  }

  @ParameterizedTest
  @CsvSource({"PUT", "PATCH"})
  void readsTheOldNameOfFallbackReviewersWhereTheNewOneIsLeftOut(String method) {
    var instance = anInstance().withFallback(ADA).in(rows);
    var old = fallbackReviewers(ADA, BOB).replace("fallback", "backup");
    sent(method, instance.path(), update(old)).then().statusCode(200);
    assertThat(fallbackReviewersOf(instance)).containsExactly(ADA, BOB);
    sent(method, instance.path(), update(old, fallbackReviewers(ADA, BOB, CLEO)))
        .then()
        .statusCode(200);
    assertThat(fallbackReviewersOf(instance)).containsExactly(ADA, BOB, CLEO);
  }

  @ParameterizedTest
  @CsvSource({"PUT", "PATCH"})
  void ignoresMembersThatAreReadOnlyOrUnknown(String method) {
    var instance = anInstance().reviewedBy(ADA).withFallback(ADA).in(rows);
    var readOnly =
        """
        "id":"ffffffff-0000-4000-8000-00000000000f","status":"Applied","endDateTime":5,
        "startDateTime":"1999-01-01T00:00:00Z","@odata.etag":"W/\\"7\\"","errors":null,
        "definition":{"displayName":"x"},"decisions":[1],"resource":"/x","version":9,"x":{"y":[]}""";
    changesNothing(() -> sent(method, instance.path(), update(readOnly)).then().statusCode(200));
  }

  @ParameterizedTest
  @CsvSource({"/v1.0, PUT", "/v1.0, PATCH", "/beta, PUT", "/beta, PATCH"})
  void answersTheInstanceAsItIsReadAfterwards(String root, String method) {
    var instance = anInstance().reviewedBy(ADA).withFallback(ADA).in(rows);
    var answer =
        sent(method, instance.path(root), update(reviewers(BOB), fallbackReviewers(ADA, CLEO)));
    answer
        .then()
        .header("ETag", "W/\"1\"")
        .header("OData-Version", "4.0")
        .contentType("application/json;odata.metadata=minimal");
    var context = answer.path("'@odata.context'").toString();
    assertThat(context)
        .matches("http://localhost:\\d+" + root + "/\\$metadata#.*")
        .endsWith(
            "#identityGovernance/accessReviews/definitions('%s')/instances/$entity"
                .formatted(instance.definition()));
    assertThat(shown(answer))
        .isEqualTo(
            parsed(
                """
                {"@odata.context":"%s","@odata.etag":"W/\\"1\\"","id":"%s",
                 "startDateTime":"2026-01-04T09:00:00Z","endDateTime":"2026-01-11T09:00:00Z",
                 "status":"InProgress",
                 "scope":{"@odata.type":"#microsoft.graph.accessReviewQueryScope",
                   "query":"/v1.0/groups/%s/transitiveMembers","queryType":"MicrosoftGraph",
                   "queryRoot":null},
                 "reviewers":[{"query":"/v1.0%s","queryType":"MicrosoftGraph","queryRoot":null}],
                 "fallbackReviewers":[
                   {"query":"/v1.0%s","queryType":"MicrosoftGraph","queryRoot":null},
                   {"query":"/v1.0%s","queryType":"MicrosoftGraph","queryRoot":null}]%s}
                """
                    .formatted(
                        context,
                        instance.id(),
                        AnInstance.GROUP,
                        BOB,
                        ADA,
                        CLEO,
                        root.equals("/beta") ? ",\"errors\":[]" : "")));
    var read = request().get(instance.path(root));
    assertThat(shown(read)).isEqualTo(shown(answer));
    assertThat(read.header("ETag")).isEqualTo("W/\"1\"");
  }

  @ParameterizedTest
  @CsvSource({"PUT", "PATCH"})
  void leavesTheSeriesItsOtherInstancesAndTheStagesAsTheyAre(String method) {
    var instance = anInstance().reviewedBy(ADA).in(rows);
    anInstance().ofTheSeriesOf(instance).reviewedBy(ADA).in(rows);
    anInstance().reviewedBy(ADA).in(rows);
    aStage().of(instance).reviewedBy(ADA).in(rows);
    changesOnly(
        instance.id(),
        () ->
            sent(method, instance.path(), update(reviewers(BOB), fallbackReviewers(CLEO)))
                .then()
                .statusCode(200));
  }

  @ParameterizedTest
  @CsvSource({"PUT", "PATCH"})
  void isANewVersionOnlyWhenSomethingChanges(String method) {
    var instance = anInstance().in(rows);
    sent(method, instance.path(), update(reviewers(ADA))).then().header("ETag", "W/\"1\"");
    sent(method, instance.path(), update(reviewers(BOB))).then().header("ETag", "W/\"2\"");
    sent(method, instance.path(), update(reviewers(BOB))).then().header("ETag", "W/\"2\"");
    request().get(instance.path()).then().header("ETag", "W/\"2\"");
  }

  private static Response sent(String method, String path, String body) {
    return json(body).request(method, path);
  }
}
