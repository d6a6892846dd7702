package accessreviews.definitions.settings;

/** What becomes of decisions that nobody made by the end of an instance. */
public enum DefaultDecision {
  None,
  Approve,
  Deny,
  Recommendation
}
