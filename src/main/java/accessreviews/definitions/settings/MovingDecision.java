package accessreviews.definitions.settings;

/** The decisions whose principals go on to the next stage; {@code DontKnow}: observed.md, O19. */
public enum MovingDecision {
  Approve,
  Deny,
  DontKnow,
  Recommendation,
  NotReviewed
}
