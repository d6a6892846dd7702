package accessreviews.history;

/** How far a report is; the names of Graph. */
public enum HistoryStatus {
  requested,
  inprogress,
  done,
  error
}
