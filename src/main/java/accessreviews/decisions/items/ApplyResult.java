package accessreviews.decisions.items;

/** The result of applying a decision; the names of Graph. */
public enum ApplyResult {
  New,
  AppliedSuccessfully,
  AppliedWithUnknownFailure,
  AppliedSuccessfullyButObjectNotFound,
  ApplyNotSupported
}
