package accessreviews.definitions.settings;

/** The decision on items that are unanswered at the end of an instance. */
public enum DefaultDecision {
  None,
  Approve,
  Deny,
  Recommendation
}
