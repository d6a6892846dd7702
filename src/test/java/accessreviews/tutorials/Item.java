package accessreviews.tutorials;

/**
 * A decision item, as one of its callers was shown it.
 *
 * @param access whose access it is, and to what: {@code ada in staff}
 */
record Item(String id, String access, String decision, String applyResult) {}
