package accessreviews.instances;

import accessreviews.reviewers.ReviewingBy;

/**
 * Others review a running instance, or one of its stages, in the transaction that stores it.
 *
 * @param stage empty in instances without stages
 */
public record ReviewersChanged(
    AccessReviewInstance instance, String stage, ReviewingBy before, ReviewingBy now) {}
