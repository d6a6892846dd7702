package accessreviews.tutorials;

/** An instance of a review, as one of its callers was shown it. */
record Instance(String review, String id, String status) {}
