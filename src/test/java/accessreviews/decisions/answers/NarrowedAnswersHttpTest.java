package accessreviews.decisions.answers;

import accessreviews.testing.GraphRefusal;
import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An answer is narrowed to a principal or a resource by its GUID. Other text is refused: read as no
 * id at all, it would widen the answer to everybody.
 */
@QuarkusTest
class NarrowedAnswersHttpTest extends LifeHttpTest {
  @BeforeEach
  void staff() {
    Organisation.users("ada", "bob", "boss");
    Organisation.group("staff", "ada", "bob");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\\t",
        "everybody",
        "AAAAAAAAAAAAAAAAAAAAAA==",
        "{2560f739-2e0e-4550-9fa0-1a1e67ae0ab8}",
        "2560f7392e0e45509fa01a1e67ae0ab8",
        "2560f739-2e0e-4550-9fa0-1a1e67ae0ab8 "
      })
  void onlyAGuidNarrows(String id) {
    var series = start(reviewOf("staff", user("boss")));
    var instance = instancePath(series, latest(series));
    for (var member : new String[] {"principalId", "resourceId"}) {
      var body =
          "{\"decision\":\"Deny\",\"justification\":\"x\",\"%s\":\"%s\"}".formatted(member, id);
      for (var path :
          new String[] {
            instance + "/batchRecordDecisions",
            instance.replace("/v1.0/", "/beta/") + "/decisions/recordAllDecisions",
            "/beta/identityGovernance/accessReviews/decisions/recordAllDecisions"
          }) {
        GraphRefusal.invalid(member, "a GUID")
            .isTheAnswer(changesNothing(() -> boss().body(body).post(path).then()));
      }
    }
  }

  /** It is written to each item, to its stage and to the log. */
  @Test
  void aJustificationHasAtMost4000Characters() {
    var series = start(reviewOf("staff", user("boss")));
    var instance = instancePath(series, latest(series));
    String item = request().get(instance + "/decisions").path("value[0].id");
    var answer = "{\"decision\":\"Deny\",\"justification\":\"%s\"}";
    var tooLong = answer.formatted("x".repeat(4_001));
    var expected = GraphRefusal.invalid("justification", "expected at most 4000 characters");
    for (var path :
        new String[] {
          instance + "/batchRecordDecisions",
          instance.replace("/v1.0/", "/beta/") + "/decisions/recordAllDecisions",
          "/beta/identityGovernance/accessReviews/decisions/recordAllDecisions"
        }) {
      expected.isTheAnswer(changesNothing(() -> boss().body(tooLong).post(path).then()));
    }
    var single = instance + "/decisions/" + item;
    expected.isTheAnswer(changesNothing(() -> boss().body(tooLong).patch(single).then()));

    boss().body(answer.formatted("x".repeat(4_000))).patch(single).then().statusCode(204);
  }

  private static RequestSpecification boss() {
    return as(Tokens.claims(Organisation.id("boss"), "AccessReview.ReadWrite.All"))
        .contentType("application/json");
  }
}
