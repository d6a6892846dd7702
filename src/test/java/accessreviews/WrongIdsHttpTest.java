package accessreviews;

import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.Bodies.update;
import static accessreviews.testing.rows.AStage.aStage;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.rows.AStage;
import accessreviews.testing.rows.AnInstance;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every id of a path counts: an instance is found in its own series only, a stage likewise. */
@QuarkusTest
class WrongIdsHttpTest extends UpdateHttpTest {

  /** {@code ofOther}: the id of something that exists, in another series. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # definition, instance, the id that is named
          ofOther,      right,    instance
          nobodys,      right,    instance
          right,        ofOther,  instance
          right,        nobodys,  instance
          noGuid,       right,    definition
          right,        noGuid,   instance
          noGuid,       noGuid,   definition
          """)
  void anInstanceIsNotFound(String definition, String instance, String named) {
    var right = aStage().in(rows).instance();
    var other = aStage().in(rows).instance();
    var wrong =
        new AnInstance.Stored(
            id(definition, right.definition(), other.definition()),
            id(instance, right.id(), other.id()));
    var missing = Refusal.notFound(named.equals("instance") ? wrong.id() : wrong.definition());
    for (var root : new String[] {"/v1.0", "/beta"}) {
      assertRefused(missing, () -> request().get(wrong.path(root)));
      assertRefused(missing, () -> json(update(reviewers(ADA))).put(wrong.path(root)));
      assertRefused(missing, () -> json(update(reviewers(ADA))).patch(wrong.path(root)));
      assertRefused(missing, () -> request().get(wrong.path(root) + "/stages"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # definition, instance, stage,   the id that is named
          ofOther,      right,    right,   stage
          nobodys,      right,    right,   stage
          right,        ofOther,  right,   stage
          right,        nobodys,  right,   stage
          right,        right,    ofOther, stage
          right,        right,    nobodys, stage
          ofOther,      ofOther,  right,   stage
          noGuid,       right,    right,   definition
          right,        noGuid,   right,   instance
          right,        right,    noGuid,  stage
          """)
  void aStageIsNotFound(String definition, String instance, String stage, String named) {
    var right = aStage().in(rows);
    var other = aStage().in(rows);
    var wrong =
        new AStage.Stored(
            new AnInstance.Stored(
                id(definition, right.instance().definition(), other.instance().definition()),
                id(instance, right.instance().id(), other.instance().id())),
            id(stage, right.id(), other.id()));
    var missing =
        Refusal.notFound(
            switch (named) {
              case "stage" -> wrong.id();
              case "instance" -> wrong.instance().id();
              default -> wrong.instance().definition();
            });
    for (var root : new String[] {"/v1.0", "/beta"}) {
      assertRefused(missing, () -> request().get(wrong.path(root)));
      assertRefused(missing, () -> json(update(reviewers(ADA))).patch(wrong.path(root)));
    }
  }

  private static String id(String kind, String right, String other) {
    return switch (kind) {
      case "right" -> right;
      case "ofOther" -> other;
      case "noGuid" -> "1";
      default -> NOBODYS_ID;
    };
  }
}
