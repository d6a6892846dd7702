package accessreviews.decisions.answers;

import accessreviews.testing.GraphRefusal;
import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
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

  private static RequestSpecification boss() {
    return as(Tokens.claims(Organisation.id("boss"), "AccessReview.ReadWrite.All"))
        .contentType("application/json");
  }
}
