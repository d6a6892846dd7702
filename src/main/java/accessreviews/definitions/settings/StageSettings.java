package accessreviews.definitions.settings;

import accessreviews.refusal.Refused;
import accessreviews.reviewers.FallbackReviewers;
import accessreviews.reviewers.Reviewers;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/**
 * One stage of every instance of a series, Graph's {@code accessReviewStageSettings}.
 *
 * @param stageId {@code 1}, {@code 2} or {@code 3}
 * @param dependsOn the stage before; empty for the first
 * @param durationInDays days that the stage is open, at least 1
 * @param decisionsThatWillMoveToNextStage empty: all go on
 * @param reviewers null where a request leaves them out; a stage without reviewers is a self-review
 */
@RegisterForReflection
public record StageSettings(
    String stageId,
    List<String> dependsOn,
    int durationInDays,
    boolean recommendationsEnabled,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable PeriodDuration recommendationLookBackDuration,
    List<RecommendationInsightSetting> recommendationInsightSettings,
    List<MovingDecision> decisionsThatWillMoveToNextStage,
    @Nullable Reviewers reviewers,
    @Nullable FallbackReviewers fallbackReviewers) {
  private static final int LONGEST = 3650;

  public StageSettings {
    if (stageId == null) {
      throw Refused.missing("stageId", "1, 2 or 3 in the order of the stages");
    }
    if (durationInDays == 0) {
      throw Refused.missing("durationInDays", "the days that the stage is open, at least 1");
    }
    if (durationInDays < 0 || durationInDays > LONGEST) {
      throw Refused.invalid("durationInDays", "a number of days from 1 to " + LONGEST);
    }
    dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
    recommendationInsightSettings =
        recommendationInsightSettings == null
            ? List.of()
            : List.copyOf(recommendationInsightSettings);
    decisionsThatWillMoveToNextStage =
        decisionsThatWillMoveToNextStage == null
            ? List.of()
            : List.copyOf(decisionsThatWillMoveToNextStage);
  }

  /** The primary reviewers of the stage; none means self-review. */
  public Reviewers primary() {
    return reviewers == null ? Reviewers.SELF : reviewers;
  }

  /** The fallback reviewers of the stage. */
  public FallbackReviewers fallback() {
    return fallbackReviewers == null ? FallbackReviewers.NONE : fallbackReviewers;
  }

  /** This stage with other reviewers, the only thing in it that can change. */
  StageSettings with(@Nullable Reviewers others, @Nullable FallbackReviewers otherFallback) {
    return new StageSettings(
        stageId,
        dependsOn,
        durationInDays,
        recommendationsEnabled,
        recommendationLookBackDuration,
        recommendationInsightSettings,
        decisionsThatWillMoveToNextStage,
        others,
        otherFallback);
  }

  /** Whether {@code other} is the same stage, reviewers aside. */
  boolean isThatOf(StageSettings other) {
    return with(null, null).equals(other.with(null, null));
  }

  StageSettings readBack() {
    return with(primary().readBack(), fallback().readBack());
  }

  StageSettings settled() {
    return with(primary(), fallback());
  }
}
