package accessreviews.stages;

import static accessreviews.testing.Bodies.fallbackReviewers;
import static accessreviews.testing.Bodies.object;
import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.rows.AStage.aStage;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.definitions.ReviewStatus;
import accessreviews.testing.UpdateHttpTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fallback reviewers of a stage are added to; who is left out is named in the refusal. */
@QuarkusTest
class StageFallbackReviewersHttpTest extends UpdateHttpTest {

  @Test
  void canBeAddedTo() {
    var stage = aStage().withFallback(ADA).in(rows);
    shown(json(object(fallbackReviewers(OWNERS, ADA, BOB))).patch(stage.path()));
    assertThat(fallbackReviewersOf(stage)).containsExactly(OWNERS, ADA, BOB);
  }

  @ParameterizedTest
  @EnumSource(names = {"NotStarted", "Initializing", "InProgress"})
  void cannotBeRemoved(ReviewStatus status) {
    var stage = aStage().inStatus(status.name()).withFallback(ADA, BOB, OWNERS).in(rows);
    assertRefused(
        Refusal.conflict(
            "fallbackReviewersRemoved",
            "fallbackReviewers",
            "cannot be removed from 'fallbackReviewers', only added to: send these too: %s, %s."
                .formatted(ADA, OWNERS)),
        () -> json(object(reviewers(ADA), fallbackReviewers(BOB, CLEO))).patch(stage.path()));
  }

  @Test
  void cannotBeEmptied() {
    var stage = aStage().withFallback(ADA).in(rows);
    assertRefused(
        Refusal.conflict(
            "fallbackReviewersRemoved", "fallbackReviewers", "send these too: " + ADA + "."),
        () -> json(object(fallbackReviewers())).patch(stage.path()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1.0/users/1ed8ac56-4827-4733-8f80-86adc2e67db5",
        "/beta/users/1ed8ac56-4827-4733-8f80-86adc2e67db5",
        "/users/1ED8AC56-4827-4733-8F80-86ADC2E67DB5"
      })
  void areNotRemovedByAnotherSpelling(String spelling) {
    var stage = aStage().withFallback(ADA).in(rows);
    shown(json(object(fallbackReviewers(spelling, BOB))).patch(stage.path()));
    assertThat(fallbackReviewersOf(stage)).containsExactly(spelling, BOB);
  }
}
