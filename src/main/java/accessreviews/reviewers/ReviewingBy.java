package accessreviews.reviewers;

/** Everybody whom a series, an instance or a stage names to review it. */
public record ReviewingBy(Reviewers reviewers, FallbackReviewers fallbackReviewers) {
  /** Whether {@code other} names the same, in whatever order and spelling. */
  public boolean isThatOf(ReviewingBy other) {
    return reviewers.areThoseOf(other.reviewers)
        && fallbackReviewers.areThoseOf(other.fallbackReviewers);
  }
}
