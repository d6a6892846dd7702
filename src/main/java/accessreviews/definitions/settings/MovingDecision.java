package accessreviews.definitions.settings;

/** The decisions whose principals go on to the next stage. */
public enum MovingDecision {
  Approve,
  Deny,
  Recommendation,
  NotReviewed
}
