package accessreviews.instances;

/** The time of an instance is over, in the transaction that stores it. */
public record InstanceEnded(AccessReviewInstance instance) {}
