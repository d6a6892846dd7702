package accessreviews.recurrence;

/** A day of the week in Graph's spelling; access reviews only carry it. */
public enum DayOfWeek {
  sunday,
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday
}
