package accessreviews.stages;

import static accessreviews.testing.Bodies.fallbackReviewers;
import static accessreviews.testing.Bodies.object;
import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.definitions.ReviewStatus;
import accessreviews.testing.UpdateHttpTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stage is updated until it ends, and before it starts. */
@QuarkusTest
class StageStatusHttpTest extends UpdateHttpTest {

  @ParameterizedTest
  @EnumSource(names = {"NotStarted", "Initializing", "InProgress"})
  void aStageThatHasNotEndedIsUpdated(ReviewStatus status) {
    var stage = aStage().inStatus(status.name()).in(rows);
    var answer = shown(json(object(reviewers(ADA), fallbackReviewers(BOB))).patch(stage.path()));
    assertThat(answer.get("status").asText()).isEqualTo(status.name());
    assertThat(reviewersOf(stage)).containsExactly(ADA);
    assertThat(fallbackReviewersOf(stage)).containsExactly(BOB);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NotStarted", "Initializing", "InProgress"})
  void aStageInAnyOtherStatusIsNot(ReviewStatus status) {
    var stage = aStage().inStatus(status.name()).withFallback(ADA).in(rows);
    assertRefused(
        Refusal.conflict(
            "stageNotUpdatable",
            "status",
            "The stage %s is %s; an update needs the status NotStarted, Initializing or InProgress."
                .formatted(stage.id(), status)),
        () -> json(object(reviewers(BOB), fallbackReviewers(ADA, BOB))).patch(stage.path()));
  }

  /** The reference asks for the status of the stage only. */
  @ParameterizedTest
  @EnumSource
  void theStatusOfItsInstanceIsNotAskedFor(ReviewStatus status) {
    var instance = anInstance().inStatus(status.name()).in(rows);
    var stage = aStage().of(instance).in(rows);
    shown(json(object(reviewers(ADA))).patch(stage.path()));
    assertThat(reviewersOf(stage)).containsExactly(ADA);
  }
}
