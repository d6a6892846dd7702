package accessreviews.definitions;

/** The status of a definition, an instance or a stage; the names of Graph. */
public enum ReviewStatus {
  NotStarted,
  Initializing,
  Starting,
  InProgress,
  Completing,
  AutoReviewing,
  AutoReviewed,
  Completed,
  Applying,
  Applied,

  /** It could not go on; {@code errors} of the instance says why. */
  Failed
}
