package accessreviews.recurrence;

/** Which week of a month a relative pattern means; access reviews only carry it. */
public enum WeekIndex {
  first,
  second,
  third,
  fourth,
  last
}
