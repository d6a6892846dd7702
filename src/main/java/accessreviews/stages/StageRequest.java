package accessreviews.stages;

import accessreviews.odata.bodies.Field;
import accessreviews.reviewers.FallbackReviewers;
import accessreviews.reviewers.Reviewers;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The body of a stage update, a merge.
 *
 * @param backupReviewers the old name of {@code fallbackReviewers}
 */
@RegisterForReflection
record StageRequest(
    Field<Reviewers> reviewers,
    Field<FallbackReviewers> fallbackReviewers,
    Field<FallbackReviewers> backupReviewers) {
  StageRequest {
    reviewers.neverNull("reviewers").ifGiven(given -> given.requireSupported("reviewers"));
    fallbackReviewers
        .neverNull("fallbackReviewers")
        .ifGiven(given -> given.requireSupported("fallbackReviewers"));
    backupReviewers
        .neverNull("backupReviewers")
        .ifGiven(given -> given.requireSupported("backupReviewers"));
    fallbackReviewers = fallbackReviewers.or(backupReviewers);
  }
}
