package accessreviews.life;

import accessreviews.definitions.ReviewStatus;
import accessreviews.instances.Instances;

/**
 * Instances are where {@code status} says, and are about to go on, in the transaction that moves
 * them. Whoever has work to do there (their stages, their decision items) does it on this event:
 * all or nothing together with the move.
 */
public record InstancesReached(ReviewStatus status, Instances instances) {}
