package accessreviews.life.rounds;

import accessreviews.instances.ReviewersChanged;

/**
 * The items of a running instance or stage have gone to the reviewers that a caller named, in the
 * same transaction.
 *
 * @param moved how many items others review than before
 */
public record ItemsReassigned(ReviewersChanged changed, long moved) {}
