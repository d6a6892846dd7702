package accessreviews.instances;

/**
 * An instance begins, in the transaction that stores it. Whoever adds to an instance (its stages;
 * its principals and decisions) does so on this event, all or nothing together with it.
 */
public record InstanceStarted(AccessReviewInstance instance) {}
