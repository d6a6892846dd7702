package accessreviews.definitions;

/** Where a definition, an instance or a stage stands; the ten names that Graph shows. */
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
