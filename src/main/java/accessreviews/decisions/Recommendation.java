package accessreviews.decisions;

/** What the service recommends to decide on an item; the names that Graph shows. */
enum Recommendation {
  Approve,
  Deny,
  NoInfoAvailable
}
