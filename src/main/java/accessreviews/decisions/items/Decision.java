package accessreviews.decisions.items;

/** The decision on an item; the names of Graph. */
public enum Decision {
  NotReviewed,
  Approve,
  Deny,
  DontKnow
}
