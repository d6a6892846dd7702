package accessreviews.recurrence;

/**
 * How a series repeats, in Graph's spelling; access reviews only take {@code weekly} and {@code
 * absoluteMonthly}.
 */
public enum RecurrencePatternType {
  daily,
  weekly,
  absoluteMonthly,
  relativeMonthly,
  absoluteYearly,
  relativeYearly
}
