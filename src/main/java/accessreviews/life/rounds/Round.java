package accessreviews.life.rounds;

import accessreviews.definitions.settings.StageSettings;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.reviewers.FallbackReviewers;
import accessreviews.reviewers.ReviewerScope;
import accessreviews.reviewers.Reviewers;
import java.util.List;
import java.util.Map;

/**
 * One round of review: a stage, or the whole of an instance without stages.
 *
 * @param stage empty in instances without stages
 */
public record Round(
    String stage,
    Reviewers reviewers,
    FallbackReviewers fallback,
    RecommendationSettings recommendationRule) {
  /** The rounds of instances that start like {@code instance}, in order. */
  public static List<Round> of(AccessReviewInstance instance) {
    var stages = instance.stageSettings().stages();
    return stages.isEmpty()
        ? List.of(
            new Round(
                "",
                instance.reviewers(),
                instance.fallbackReviewers(),
                RecommendationSettings.of(instance.settings())))
        : stages.stream().map(Round::of).toList();
  }

  public static Round of(StageSettings stage) {
    return new Round(
        stage.stageId(), stage.primary(), stage.fallback(), RecommendationSettings.of(stage));
  }

  /** Whether items can have individual reviewers. */
  boolean isIndividual() {
    return reviewers.isSelfReview()
        || hasManager(reviewers.scopes())
        || hasManager(fallback.scopes());
  }

  /**
   * What the database function {@code access_review_own_reviewer} is to find for each item: its own
   * reviewer, and who stands in where no reviewer is found.
   */
  public Map<String, Object> routing() {
    return Map.of(
        "own_reviewer",
        reviewers.isSelfReview() ? "self" : ofManager(reviewers.scopes()),
        "stand_in",
        ofManager(fallback.scopes()));
  }

  private static String ofManager(List<ReviewerScope> scopes) {
    return hasManager(scopes) ? "manager" : "none";
  }

  private static boolean hasManager(List<ReviewerScope> scopes) {
    return scopes.stream().anyMatch(ReviewerScope::isManager);
  }
}
