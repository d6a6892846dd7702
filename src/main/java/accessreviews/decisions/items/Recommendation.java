package accessreviews.decisions.items;

/** The recommendation for an item; the names of Graph. */
public enum Recommendation {
  Approve,
  Deny,
  NoInfoAvailable
}
