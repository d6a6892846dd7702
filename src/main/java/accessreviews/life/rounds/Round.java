package accessreviews.life.rounds;

import accessreviews.definitions.settings.StageSettings;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.reviewers.FallbackReviewers;
import accessreviews.reviewers.ReviewerScope;
import accessreviews.reviewers.Reviewers;
import java.util.List;

/**
 * One time that items are reviewed: a stage, or the whole of an instance without stages.
 *
 * @param stage empty in instances without stages
 */
public record Round(String stage, Reviewers reviewers, FallbackReviewers fallback, Advice advice) {
  /** The rounds of instances that start like {@code instance}, in their order. */
  public static List<Round> of(AccessReviewInstance instance) {
    var stages = instance.stageSettings().stages();
    return stages.isEmpty()
        ? List.of(
            new Round(
                "",
                instance.reviewers(),
                instance.fallbackReviewers(),
                Advice.of(instance.settings())))
        : stages.stream().map(Round::of).toList();
  }

  public static Round of(StageSettings stage) {
    return new Round(stage.stageId(), stage.primary(), stage.fallback(), Advice.of(stage));
  }

  /**
   * The reviewer of {@code of} alone, in SQL: the principal, or the principal's manager; null where
   * there is none.
   */
  String ownReviewer(String of) {
    if (reviewers.isSelfReview()) {
      return "case when %1$s.principal_type = 'user' then %1$s.principal_id end".formatted(of);
    }
    return reviewers.scopes().stream().anyMatch(ReviewerScope::isManager)
        ? of + ".manager_id"
        : "cast(null as uuid)";
  }

  /** The same for who stands in where no reviewer is found. */
  String ownFallback(String of) {
    return fallback.scopes().stream().anyMatch(ReviewerScope::isManager)
        ? of + ".manager_id"
        : "cast(null as uuid)";
  }

  /** Whether some items may have reviewers of their own. */
  boolean isIndividual() {
    return reviewers.isSelfReview()
        || reviewers.scopes().stream().anyMatch(ReviewerScope::isManager)
        || fallback.scopes().stream().anyMatch(ReviewerScope::isManager);
  }

  /**
   * Who reviews the item {@code of}, in SQL: {@code route} and {@code reviewer_id}. {@code lists}
   * has the columns of {@link ReviewerLists#FILLED}.
   */
  public String routed(String of, String lists) {
    return """
    case when %1$s.has_primary then 'primary' when %2$s is not null then 'individual'
      when %1$s.has_fallback then 'fallback' when %3$s is not null then 'individual'
      else 'nobody' end,
    coalesce(%2$s, case when not %1$s.has_primary then %3$s end)"""
        .formatted(lists, ownReviewer(of), ownFallback(of));
  }
}
