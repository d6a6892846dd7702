package accessreviews.decisions.items;

/** What came of applying a decision; the names that Graph shows. */
public enum ApplyResult {
  New,
  AppliedSuccessfully,
  AppliedWithUnknownFailure,
  AppliedSuccessfullyButObjectNotFound,
  ApplyNotSupported
}
