package accessreviews.reviewers;

/** The reviewers and fallback reviewers of a series, an instance or a stage. */
public record ReviewingBy(Reviewers reviewers, FallbackReviewers fallbackReviewers) {
  /** Whether {@code other} has the same reviewers, in any order and spelling. */
  public boolean isThatOf(ReviewingBy other) {
    return reviewers.areThoseOf(other.reviewers)
        && fallbackReviewers.areThoseOf(other.fallbackReviewers);
  }
}
