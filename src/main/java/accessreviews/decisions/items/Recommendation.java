package accessreviews.decisions.items;

/** What the service recommends to decide on an item; the names that Graph shows. */
public enum Recommendation {
  Approve,
  Deny,
  NoInfoAvailable
}
