package accessreviews.definitions;

/** The status of a definition, an instance or a stage; the ten names of Graph. */
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
  Applied
}
