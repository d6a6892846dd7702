package accessreviews.recurrence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The rules of a series as a model that is too slow to serve: it looks at every single day. */
final class DayByDay {
  private DayByDay() {}

  /** All days up to the horizon on which a review starts. */
  static List<LocalDate> days(
      RecurrencePattern pattern, RecurrenceRange range, LocalDate start, LocalDate horizon) {
    var found = new ArrayList<LocalDate>();
    var dayCount = 0;
    var monthCount = 0;
    for (var day = start; !day.isAfter(horizon); day = day.plusDays(1)) {
      if (day.isAfter(start)) {
        dayCount++;
        monthCount += day.getDayOfMonth() == 1 ? 1 : 0;
      }
      var fits =
          switch (pattern.type()) {
            case weekly -> dayCount % (7 * pattern.interval()) == 0;
            default -> monthCount % pattern.interval() == 0 && isTheDay(pattern, start, day);
          };
      if (fits && takesPlace(range, day, found.size() + 1)) {
        found.add(day);
      }
    }
    return found;
  }

  private static boolean isTheDay(RecurrencePattern pattern, LocalDate start, LocalDate day) {
    var wanted = pattern.dayOfMonth() == 0 ? start.getDayOfMonth() : pattern.dayOfMonth();
    var lastOfMonth = day.plusDays(1).getDayOfMonth() == 1;
    return day.getDayOfMonth() == wanted || (lastOfMonth && day.getDayOfMonth() < wanted);
  }

  private static boolean takesPlace(RecurrenceRange range, LocalDate day, int number) {
    var endDate = range.endDate();
    return switch (range.type()) {
      case noEnd -> true;
      case endDate -> endDate != null && !day.isAfter(endDate);
      case numbered ->
          range.numberOfOccurrences() > 0
              ? number <= range.numberOfOccurrences()
              : endDate != null && !day.isAfter(endDate);
    };
  }
}
