package accessreviews.odata.paths;

import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.Bodies.update;
import static accessreviews.testing.rows.AStage.aStage;

import accessreviews.testing.UpdateHttpTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Graph does not serve on instances and stages is refused, and not mistaken for no path. */
@QuarkusTest
class MethodsNotServedHttpTest extends UpdateHttpTest {

  @ParameterizedTest
  @CsvSource({
    "PUT, stage",
    "POST, stage",
    "DELETE, stage",
    "PUT, stages",
    "PATCH, stages",
    "POST, stages",
    "DELETE, stages",
    "POST, instance",
    "DELETE, instance",
    "PUT, instances",
    "PATCH, instances",
    "POST, instances",
    "DELETE, instances"
  })
  void isRefusedInGraphsForm(String method, String resource) {
    var stage = aStage().in(rows);
    for (var root : new String[] {"/v1.0", "/beta"}) {
      var path =
          switch (resource) {
            case "stage" -> stage.path(root);
            case "stages" -> parent(stage.path(root));
            case "instance" -> stage.instance().path(root);
            default -> parent(stage.instance().path(root));
          };
      assertRefused(
          new Refusal(
              405,
              "Request_BadRequest",
              "methodNotAllowed",
              null,
              "Specified HTTP method is not allowed for the request target."),
          () -> json(update(reviewers(ADA))).request(method, path));
    }
  }

  @ParameterizedTest
  @CsvSource({"GET, policy", "POST, restart", "PATCH, 0a1b2c3d-0000-4000-8000-000000000001"})
  void aSegmentThatIsNotServedIsNamed(String method, String segment) {
    var stage = aStage().in(rows);
    assertRefused(
        Refusal.bad(
            "unknownSegment", null, "Resource not found for the segment '" + segment + "'."),
        () -> json("{}").request(method, stage.path() + "/" + segment));
    assertRefused(
        Refusal.bad(
            "unknownSegment", null, "Resource not found for the segment '" + segment + "'."),
        () -> json("{}").request(method, stage.instance().path() + "/" + segment));
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }
}
