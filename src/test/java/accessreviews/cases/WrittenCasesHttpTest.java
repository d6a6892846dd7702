package accessreviews.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.Tokens;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What public scripts change, and what they try to. */
@QuarkusTest
class WrittenCasesHttpTest extends PublicCasesHttpTest {

  @Test
  void aResultIsNotWrittenByACaller() {
    aWeeklyReview();
    var before = rows.everything();

    assertThat(sentBy(RITA, "P22b").status()).isEqualTo(400);
    assertThat(rows.everything()).isEqualTo(before);
  }

  @Test
  void aSampleWithoutTypesReplacesASelfReview() {
    started(
        reviewOf("staff")
            .with("settings", settings(3, "weekly 1", TODAY + ".."))
            .enumerating("/groups/" + values.get("groupId")));
    sent("P27b");

    assertThat(review().getString("displayName")).isEqualTo("replay renamed");
    assertThat(review().getString("scope.'@odata.type'"))
        .isEqualTo("#microsoft.graph.accessReviewQueryScope");
  }

  @Test
  void reviewersAreNotLeftOutSilently() {
    aWeeklyReview();
    var before = rows.everything();
    var answer = sent("P30a");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("error.innerError.code")).isEqualTo("requiredPropertyMissing");
    assertThat(answer.at("error.target")).isEqualTo("reviewers");
    assertThat(rows.everything()).isEqualTo(before);
  }

  @Test
  void aPartIsChanged() {
    aWeeklyReview();
    sent("P30b");

    assertThat(review().getString("displayName")).isEqualTo("replay patch");
  }

  @Test
  void whatAnUpdateOfAnEndedReviewIsAnsweredIsStored() {
    started(reviewOf("staff", user("rita")));
    advance("P2D");
    var answer =
        sentWith(
            "P32a",
            Series.of(read())
                .with("settings.defaultDecision", "\"Approve\"")
                .with("settings.defaultDecisionEnabled", "true")
                .json());

    assertThat(answer.status()).isEqualTo(204);
    assertThat(review().getString("settings.defaultDecision")).isEqualTo("Approve");
    assertThat(review().getBoolean("settings.defaultDecisionEnabled")).isTrue();
  }

  @Test
  void theStartIsMoved() {
    aWeeklyReview();
    advance("P7D");
    sentWith(
        "P32b",
        Series.of(read()).with("settings.recurrence.range.startDate", "\"2026-01-19\"").json());

    assertThat(review().getString("settings.recurrence.range.startDate")).isEqualTo("2026-01-19");
  }

  @Test
  void whatIsDeletedIsGone() {
    aWeeklyReview();
    sent("P33b");

    assertThat(sent("P33c").at("error.code")).isEqualTo("ResourceNotFound");
    assertThat(sent("P33d").at("error.code")).isEqualTo("ResourceNotFound");
  }

  @ParameterizedTest
  @CsvSource({"P34a, 405", "P35a, 400", "P35b, 405", "P45b, 400", "P45c, 400"})
  void whatThereIsNotIsRefused(String id, int status) {
    aWeeklyReview();
    var before = rows.everything();
    var answer = sent(id);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.at("error.code"))
        .isEqualTo(status == 405 ? "Request_BadRequest" : "BadRequest");
    assertThat(rows.everything()).isEqualTo(before);
  }

  @Test
  void theSegmentThatIsNotServedIsNamed() {
    aWeeklyReview();

    assertThat(sent("P35a").at("error.message"))
        .isEqualTo("Resource not found for the segment 'start'.");
  }

  @Test
  void aDecisionIsMadeInItsStage() {
    started(reviewOf("staff").inStages(stage(1, 2, "", user("rita"))));
    sentBy(RITA, "P37a");

    assertThat(decisions(id("instanceId")))
        .containsExactly("ada Deny", "bob NotReviewed", "gus NotReviewed");
    request()
        .get(instance() + "/decisions/" + values.get("decisionId"))
        .then()
        .body("justification", is("left the team"));
  }

  @Test
  void anEmptyObjectMayGoWithAnAction() {
    aWeeklyReview();
    sent("P38b");

    assertThat(statusOf(id("definitionId"), id("instanceId"))).isEqualTo("Completed");
  }

  @Test
  void allIsTakenBack() {
    aWeeklyReview();
    decide(id("instanceId"), "ada", "Deny");
    sent("P38d");

    assertThat(decisions(id("instanceId")))
        .containsExactly("ada NotReviewed", "bob NotReviewed", "gus NotReviewed");
  }

  @Test
  void allItemsOfAResourceAreAnsweredAtOnce() {
    aWeeklyReview();
    sentBy(RITA, "P39a");

    assertThat(decisions(id("instanceId")))
        .containsExactly("ada Approve", "bob Approve", "gus Approve");
  }

  @Test
  void theItemsOfOnePersonAreAnsweredAtOnce() {
    Organisation.join("staff", "rita");
    started(reviewOf("staff", user("olga")).with("settings", Series.WEEKLY));
    var olga = Tokens.claims(Organisation.id("olga"), "AccessReview.ReadWrite.All");
    sentBy(olga, "P39b");
    assertThat(decisions(id("instanceId")))
        .containsExactly("ada NotReviewed", "bob NotReviewed", "gus NotReviewed", "rita Deny");

    request().post(instance() + "/resetDecisions").then().statusCode(204);
    sentBy(olga, "P39d");
    assertThat(decisions(id("instanceId")))
        .containsExactly("ada NotReviewed", "bob NotReviewed", "gus NotReviewed", "rita Deny");
  }

  @Test
  void aReportIsOrderedAndDownloaded() {
    var id = sent("P43a").id();
    values.put("historyDefinitionId", id);
    values.put("historyInstanceId", id);
    advance("PT0S");

    assertThat(sent("P43d").at("value.status")).isEqualTo(List.of("done"));
    var link = String.valueOf(sent("P43c").at("downloadUri"));
    assertThat(RestAssured.given().urlEncodingEnabled(false).get(link).statusCode())
        .as("without a token")
        .isEqualTo(200);
  }

  @Test
  void ownersReviewTheirGroupsWhileThePolicyLetsThem() {
    var owner = Tokens.claims(Organisation.id("olga"), "AccessReview.ReadWrite.All");
    sentBy(Tokens.EVERYTHING, "P42a");
    sentBy(owner, "P42b");

    sentBy(Tokens.EVERYTHING, "P42c");
    differing(owner, "P42b", 403);
    assertThat(
            sentBy("{\"roles\":[\"AccessReview.Read.All\"]}", "P42e")
                .at("isGroupOwnerManagementEnabled"))
        .isEqualTo(false);
  }

  /** What a GET of the review answers. */
  private String read() {
    return request().get(path(id("definitionId"))).then().statusCode(200).extract().asString();
  }
}
