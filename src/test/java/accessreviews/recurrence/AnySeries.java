package accessreviews.recurrence;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Arbitrary series: short and long intervals, all kinds of ranges, month ends and leap days. */
final class AnySeries {
  private AnySeries() {}

  /** Parts of a series, with an occurrence or without. */
  static Arbitrary<Series> parts() {
    return Combinators.combine(patterns(), starts())
        .flatAs(
            (pattern, start) -> rangesFrom(start).map(range -> new Series(pattern, range, start)));
  }

  static Arbitrary<RecurrencePattern> patterns() {
    var intervals = Arbitraries.oneOf(Arbitraries.integers().between(1, 6), Arbitraries.of(12, 24));
    var daysOfMonth =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 31), Arbitraries.of(0, 1, 28, 29, 30, 31));
    return Arbitraries.oneOf(
        intervals.map(interval -> pattern(RecurrencePatternType.weekly, interval, 0)),
        Combinators.combine(intervals, daysOfMonth)
            .as((i, day) -> pattern(RecurrencePatternType.absoluteMonthly, i, day)));
  }

  /** Around 1900, 2000 and 2100, of which only 2000 has a 29 February; month ends are frequent. */
  static Arbitrary<LocalDate> starts() {
    var days =
        Combinators.combine(
                Arbitraries.oneOf(
                    Arbitraries.integers().between(1890, 2110),
                    Arbitraries.of(1896, 2000, 2024, 2096)),
                Arbitraries.integers().between(1, 365))
            .as(LocalDate::ofYearDay);
    return Arbitraries.oneOf(days, days.map(d -> d.withDayOfMonth(d.lengthOfMonth())));
  }

  static Arbitrary<LocalDate> daysOfTheCalendar() {
    return Arbitraries.longs()
        .between(LocalDate.of(1, 1, 1).toEpochDay(), RecurrenceRange.NEVER.toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  private static Arbitrary<RecurrenceRange> rangesFrom(LocalDate start) {
    var endDates =
        Arbitraries.oneOf(
                Arbitraries.integers().between(0, 40), Arbitraries.integers().between(0, 2800))
            .map(start::plusDays);
    return Arbitraries.oneOf(
        Arbitraries.just(range(RecurrenceRangeType.noEnd, 0, start, null)),
        endDates.map(end -> range(RecurrenceRangeType.endDate, 0, start, end)),
        endDates.map(end -> range(RecurrenceRangeType.numbered, 0, start, end)),
        Combinators.combine(Arbitraries.integers().between(1, 60), endDates.injectNull(0.5))
            .as((number, end) -> range(RecurrenceRangeType.numbered, number, start, end)));
  }

  private static RecurrenceRange range(
      RecurrenceRangeType type, int number, LocalDate start, @Nullable LocalDate end) {
    return new RecurrenceRange(type, number, null, start, end);
  }

  static RecurrencePattern pattern(RecurrencePatternType type, int interval, int dayOfMonth) {
    return new RecurrencePattern(
        type, interval, 0, dayOfMonth, List.of(), DayOfWeek.sunday, WeekIndex.first);
  }
}
