package accessreviews.recurrence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The days on which the reviews of a series start.
 *
 * <p>They are found by arithmetic, each from the start and none from the one before it: a series on
 * the 31st stays on the 31st after a February, and one without an end answers as quickly as a short
 * one.
 *
 * @param firstSlot the pattern's first slot that is not before the start: 0 or 1
 * @param lastSlot the last slot in the range; below firstSlot when no review ever starts
 */
record OccurrenceDays(RecurrencePattern pattern, LocalDate start, long firstSlot, long lastSlot) {
  private static final RecurrencePattern ANY =
      new RecurrencePattern(
          RecurrencePatternType.weekly, 1, 0, 0, List.of(), DayOfWeek.sunday, WeekIndex.first);

  static OccurrenceDays once(LocalDate start) {
    return new OccurrenceDays(ANY, start, 0, 0);
  }

  static OccurrenceDays of(RecurrencePattern pattern, LocalDate start, RecurrenceRange range) {
    var firstSlot = pattern.day(start, 0).isBefore(start) ? 1L : 0L;
    var lastSlot = pattern.slotUpTo(start, range.lastDay());
    if (range.counts()) {
      lastSlot = Math.min(lastSlot, firstSlot + range.numberOfOccurrences() - 1);
    }
    return new OccurrenceDays(pattern, start, firstSlot, lastSlot);
  }

  Optional<LocalDate> first() {
    return at(firstSlot);
  }

  Optional<LocalDate> after(LocalDate day) {
    return at(Math.max(firstSlot, slotUpTo(day) + 1));
  }

  Optional<LocalDate> latestUpTo(LocalDate day) {
    return at(Math.min(lastSlot, slotUpTo(day)));
  }

  private Optional<LocalDate> at(long slot) {
    return firstSlot <= slot && slot <= lastSlot
        ? Optional.of(pattern.day(start, slot))
        : Optional.empty();
  }

  private long slotUpTo(LocalDate day) {
    return day.isBefore(start) ? -1 : pattern.slotUpTo(start, day);
  }
}
