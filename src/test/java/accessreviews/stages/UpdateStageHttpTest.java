package accessreviews.stages;

import static accessreviews.testing.Bodies.fallbackReviewers;
import static accessreviews.testing.Bodies.object;
import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.lanes.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The update of a stage is a merge; it needs no scope and shows the queries as they were sent. */
@Endpoint
@QuarkusTest
class UpdateStageHttpTest extends UpdateHttpTest {

  @ParameterizedTest
  @ValueSource(strings = {"/v1.0", "/beta"})
  void replacesWhatIsGiven(String root) {
    var stage = aStage().reviewedBy(ADA).withFallback(ADA).in(rows);
    shown(json(object(reviewers(BOB), fallbackReviewers(ADA, CLEO))).patch(stage.path(root)));
    assertThat(reviewersOf(stage)).containsExactly(BOB);
    assertThat(fallbackReviewersOf(stage)).containsExactly(ADA, CLEO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1.0", "/beta"})
  void keepsWhatIsLeftOut(String root) {
    var stage = aStage().reviewedBy(ADA).withFallback(ADA).in(rows);
    shown(json(object(fallbackReviewers(ADA, CLEO))).patch(stage.path(root)));
    assertThat(reviewersOf(stage)).containsExactly(ADA);
    shown(json(object(reviewers(BOB))).patch(stage.path(root)));
    assertThat(reviewersOf(stage)).containsExactly(BOB);
    assertThat(fallbackReviewersOf(stage)).containsExactly(ADA, CLEO);
  }

  @Test
  void changesNothingWhenNothingIsGiven() {
    var stage = aStage().reviewedBy(ADA).withFallback(ADA).in(rows);
    changesNothing(() -> json("{}").patch(stage.path()).then().statusCode(200))
        .header("ETag", "W/\"0\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviewers", "fallbackReviewers"})
  void refusesNull(String member) {
    var stage = aStage().reviewedBy(ADA).withFallback(ADA).in(rows);
    assertRefused(
        Refusal.bad("invalidPropertyValue", member, "a value, or the member left out to keep"),
        () -> json("{\"%s\":null}".formatted(member)).patch(stage.path()));
  }

  @Test
  void readsTheOldNameOfFallbackReviewers() {
    var stage = aStage().withFallback(ADA).in(rows);
    shown(
        json(object(fallbackReviewers(ADA, BOB).replace("fallback", "backup")))
            .patch(stage.path()));
    assertThat(fallbackReviewersOf(stage)).containsExactly(ADA, BOB);
  }

  @Test
  void ignoresMembersThatAreReadOnlyOrUnknown() {
    var stage = aStage().reviewedBy(ADA).in(rows);
    var readOnly =
        """
        {"@odata.type":"#microsoft.graph.accessReviewStage","status":"Completed","scope":7,
         "id":"ffffffff-0000-4000-8000-00000000000f","endDateTime":5,"stageId":"9","decisions":[]}""";
    changesNothing(() -> json(readOnly).patch(stage.path()).then().statusCode(200));
  }

  /** As the document "Update accessReviewStage" prints it, and the version with it. */
  @ParameterizedTest
  @ValueSource(strings = {"/v1.0", "/beta"})
  void answersTheStageWithTheQueriesAsTheyWereSent(String root) {
    var stage = aStage().reviewedBy(ADA).withFallback("/v1.0" + ADA).in(rows);
    var sent = object(reviewers("/beta" + BOB), fallbackReviewers(CLEO, ADA));
    var answer = json(sent).patch(stage.path(root));
    var updated = shown(answer);
    assertThat(answer.header("ETag")).isEqualTo("W/\"1\"");
    assertThat(updated)
        .isEqualTo(
            parsed(
                """
                {"@odata.type":"#microsoft.graph.accessReviewStage","@odata.etag":"W/\\"1\\"",
                 "id":"%s","startDateTime":"2026-01-04T09:00:00Z",
                 "endDateTime":"2026-01-11T09:00:00Z","status":"InProgress",
                 "reviewers":[{"query":"/beta%s","queryType":"MicrosoftGraph"}],
                 "fallbackReviewers":[{"query":"%s","queryType":"MicrosoftGraph"},
                   {"query":"%s","queryType":"MicrosoftGraph"}]}
                """
                    .formatted(stage.id(), BOB, CLEO, ADA)));

    var read = request().get(stage.path(root));
    assertThat(read.header("ETag")).isEqualTo("W/\"1\"");
    updated.remove("@odata.type");
    updated.put("@odata.context", read.path("'@odata.context'").toString());
    assertThat(shown(read)).isEqualTo(updated);
  }

  @Test
  void leavesTheInstanceAndItsOtherStagesAsTheyAre() {
    var instance = anInstance().reviewedBy(ADA).in(rows);
    aStage().of(instance).inStatus("Completed").reviewedBy(ADA).in(rows);
    var stage = aStage().of(instance).reviewedBy(ADA).in(rows);
    aStage().of(instance).inStatus("NotStarted").reviewedBy(ADA).in(rows);
    changesOnly(
        stage.id(),
        () -> shown(json(object(reviewers(BOB), fallbackReviewers(CLEO))).patch(stage.path())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '~',
      textBlock =
          """
          /users/0a1b2c3d-0000-4000-8000-000000000001                     | -
          /v1.0/users/0a1b2c3d-0000-4000-8000-000000000001                | -
          /groups/0a1b2c3d-0000-4000-8000-000000000001/transitiveMembers  | -
          /groups/0a1b2c3d-0000-4000-8000-000000000001/owners             | -
          /groups/0a1b2c3d-0000-4000-8000-000000000001/owners?$filter=microsoft.graph.user/userType eq 'Member' and microsoft.graph.user/country eq 'USA' | -
          ./owners                                                        | -
          ./manager                                                       | decisions
          /servicePrincipals/0a1b2c3d-0000-4000-8000-000000000001/owners  | -
          """)
  void showsReviewersOfAnyFormAsTheyWereSent(String query, @Nullable String root) {
    var stage = aStage().reviewedBy(ADA).in(rows);
    var scope =
        "{\"query\":\"%s\",\"queryType\":\"MicrosoftGraph\"%s}"
            .formatted(query, root == null ? "" : ",\"queryRoot\":\"" + root + "\"");
    var answer = shown(json("{\"reviewers\":[" + scope + "]}").patch(stage.path()));
    assertThat(answer.get("reviewers")).hasSize(1);
    assertThat(answer.at("/reviewers/0")).isEqualTo(parsed(scope));
    assertThat(reviewersOf(stage)).containsExactly(query);
  }

  @Test
  void canBecomeASelfReview() {
    var stage = aStage().reviewedBy(ADA).in(rows);
    assertThat(shown(json("{\"reviewers\":[]}").patch(stage.path())).get("reviewers")).isEmpty();
    assertThat(reviewersOf(stage)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users", "/users/1", "./sponsor", "/me"})
  void refusesReviewersThatNameNobody(String query) {
    var stage = aStage().reviewedBy(ADA).in(rows);
    assertRefused(
        Refusal.bad(
            "queryNotSupported",
            "reviewers[1].query",
            "Query %s is not supported. Please pass in one of the following queries : /users/{id},"
                .formatted(query)),
        () -> json(object(reviewers(BOB, query))).patch(stage.path()));
  }
}
