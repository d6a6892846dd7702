package accessreviews.decisions;

/** What came of applying a decision; the names that Graph shows. */
enum ApplyResult {
  New,
  AppliedSuccessfully,
  AppliedWithUnknownFailure,
  AppliedSuccessfullyButObjectNotFound,
  ApplyNotSupported
}
