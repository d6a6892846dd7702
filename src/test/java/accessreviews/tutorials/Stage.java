package accessreviews.tutorials;

/** A stage of an instance, as one of its callers was shown it. */
record Stage(Instance instance, String id, String status) {}
