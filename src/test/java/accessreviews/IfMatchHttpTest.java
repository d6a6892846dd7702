package accessreviews;

import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.Bodies.update;
import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;

import accessreviews.testing.UpdateHttpTest;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An update with {@code If-Match} takes place on the version that its caller has seen, or not at
 * all.
 */
@QuarkusTest
class IfMatchHttpTest extends UpdateHttpTest {

  /** The resource is at version 2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '~',
      textBlock =
          """
          -                      | accepted
          *                      | accepted
          W/"2"                  | accepted
          "2"                    | accepted
          W/"1", W/"2"           | accepted
          "7","2"                | accepted
          W/"1" ,  "2", "x"      | accepted
          W/"1"                  | refused
          "1"                    | refused
          W/"3"                  | refused
          W/"22"                 | refused
          W/"1", W/"3"           | refused
          2                      | refused
          W/2                    | refused
          W/"2                   | refused
          latest                 | refused
          """)
  void isCompared(@Nullable String ifMatch, String outcome) {
    var instance = anInstance().reviewedBy(ADA).in(rows);
    var stage = aStage().of(instance).reviewedBy(ADA).in(rows);
    rows.execute("update access_review_instance set version = 2");
    rows.execute("update access_review_stage set version = 2");
    assertOutcome("PUT", instance.path(), ifMatch, outcome, BOB);
    assertOutcome("PATCH", stage.path(), ifMatch, outcome, BOB);
    rows.execute("update access_review_instance set version = 2");
    assertOutcome("PATCH", instance.path("/beta"), ifMatch, outcome, CLEO);
  }

  private void assertOutcome(
      String method, String path, @Nullable String ifMatch, String outcome, String reviewer) {
    var call = json(update(reviewers(reviewer)));
    if (ifMatch != null) {
      call.header("If-Match", ifMatch);
    }
    if (outcome.equals("accepted")) {
      call.request(method, path).then().statusCode(200).header("ETag", "W/\"3\"");
    } else {
      assertRefused(Refusal.stale("W/\"2\""), () -> call.request(method, path));
    }
  }

  @ParameterizedTest
  @CsvSource({"PUT", "PATCH"})
  void ofWhatWasReadHoldsOnce(String method) {
    var instance = anInstance().in(rows);
    var seen = request().get(instance.path()).header("ETag");
    json(update(reviewers(ADA)))
        .header("If-Match", seen)
        .request(method, instance.path())
        .then()
        .statusCode(200);
    assertRefused(
        Refusal.stale("W/\"1\""),
        () ->
            json(update(reviewers(BOB))).header("If-Match", seen).request(method, instance.path()));
  }
}
