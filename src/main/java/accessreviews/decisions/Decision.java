package accessreviews.decisions;

/** What was decided on an item; the names that Graph shows. */
enum Decision {
  NotReviewed,
  Approve,
  Deny,
  DontKnow
}
