package accessreviews.decisions.items;

/** What was decided on an item; the names that Graph shows. */
public enum Decision {
  NotReviewed,
  Approve,
  Deny,
  DontKnow
}
