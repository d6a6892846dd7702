package accessreviews.recurrence;

/** What ends a series: a last day, nothing, or a number of occurrences. */
public enum RecurrenceRangeType {
  endDate,
  noEnd,
  numbered
}
