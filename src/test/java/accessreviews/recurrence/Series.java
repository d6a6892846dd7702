package accessreviews.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The parts of a recurring series, not yet known to have an occurrence. */
record Series(RecurrencePattern pattern, RecurrenceRange range, LocalDate start) {
  /** Past every endDate of {@link AnySeries} and, from every asked day on, past the next one. */
  private static final int HORIZON_IN_YEARS = 8;

  PatternedRecurrence recurrence() {
    return new PatternedRecurrence(pattern, range);
  }

  LocalDate horizon() {
    return start.plusYears(HORIZON_IN_YEARS);
  }

  List<LocalDate> dayByDay() {
    return DayByDay.days(pattern, range, start, horizon());
  }

  /** What the series itself says, one occurrence after the other, each later than the last. */
  List<LocalDate> days() {
    var recurrence = recurrence();
    var found = new ArrayList<LocalDate>();
    var next = recurrence.first();
    while (next.isPresent() && !next.get().isAfter(horizon())) {
      assertThat(next.get()).isAfter(found.isEmpty() ? LocalDate.MIN : found.getLast());
      found.add(next.get());
      next = recurrence.after(next.get());
    }
    return found;
  }
}
