package accessreviews.reviewers;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.List;
import java.util.stream.Collectors;

/** A request leaves out fallback reviewers that a running review already has. */
class FallbackReviewersRemoved extends Refused {
  private static final long serialVersionUID = 1L;

  FallbackReviewersRemoved(List<ReviewerScope> removed) {
    super(
        Refusal.FALLBACK_REVIEWERS_REMOVED,
        "fallbackReviewers",
        "Existing fallback reviewers cannot be removed from '{target}', only added to: send these too: "
            + removed.stream().map(ReviewerScope::query).collect(Collectors.joining(", "))
            + ".");
  }
}
