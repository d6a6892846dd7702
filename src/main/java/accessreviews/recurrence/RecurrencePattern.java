package accessreviews.recurrence;

import static accessreviews.recurrence.RecurrencePatternType.absoluteMonthly;
import static accessreviews.recurrence.RecurrencePatternType.weekly;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;

import accessreviews.refusal.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often a series starts a review: every so many weeks, or every so many months on one day.
 *
 * <p>Graph's recurrencePattern. For access reviews only type, interval and dayOfMonth have an
 * effect (operations.md, op 2); the other members are carried and read back.
 *
 * @param type required, {@code weekly} or {@code absoluteMonthly}; Graph's other types are refused
 * @param interval required, 1 or more: the number of weeks or months from one review to the next
 * @param month not used by access reviews; 0 when absent
 * @param dayOfMonth 0 to 31, clipped to the length of the month; 0 or absent is the day of the
 *     series' start date
 * @param daysOfWeek not used by access reviews: a series repeats on the weekday of its start date
 * @param firstDayOfWeek not used by access reviews; sunday when absent
 * @param index not used by access reviews; first when absent
 */
@RegisterForReflection
public record RecurrencePattern(
    RecurrencePatternType type,
    int interval,
    int month,
    int dayOfMonth,
    List<DayOfWeek> daysOfWeek,
    DayOfWeek firstDayOfWeek,
    WeekIndex index) {
  private static final int LONGEST_MONTH = 31;

  public RecurrencePattern {
    if (type != weekly && type != absoluteMonthly) {
      throw Refused.invalid("type", "weekly or absoluteMonthly");
    }
    if (interval < 1) {
      throw Refused.invalid("interval", "a number of weeks or months, 1 or more");
    }
    if (dayOfMonth < 0 || dayOfMonth > LONGEST_MONTH) {
      throw Refused.invalid("dayOfMonth", "1 to 31, or 0 for the day of the start date");
    }
    daysOfWeek = List.copyOf(daysOfWeek);
  }

  /** Reads the JSON form, in which an absent member and a null are the same. */
  @JsonCreator
  static RecurrencePattern read(
      @JsonProperty("type") @Nullable RecurrencePatternType type,
      @JsonProperty("interval") @Nullable Integer interval,
      @JsonProperty("month") @Nullable Integer month,
      @JsonProperty("dayOfMonth") @Nullable Integer dayOfMonth,
      @JsonProperty("daysOfWeek") @JsonSetter(contentNulls = Nulls.FAIL)
          @Nullable List<DayOfWeek> daysOfWeek,
      @JsonProperty("firstDayOfWeek") @Nullable DayOfWeek firstDayOfWeek,
      @JsonProperty("index") @Nullable WeekIndex index) {
    if (type == null) {
      throw Refused.missing("type", "weekly or absoluteMonthly");
    }
    if (interval == null) {
      throw Refused.missing("interval", "a number of weeks or months, 1 or more");
    }
    return new RecurrencePattern(
        type,
        interval,
        Objects.requireNonNullElse(month, 0),
        Objects.requireNonNullElse(dayOfMonth, 0),
        Objects.requireNonNullElse(daysOfWeek, List.of()),
        Objects.requireNonNullElse(firstDayOfWeek, DayOfWeek.sunday),
        Objects.requireNonNullElse(index, WeekIndex.first));
  }

  /** The most days from one review to the next; months count 31 days. */
  long longestInterval() {
    return (long) interval * (type == weekly ? 7 : LONGEST_MONTH);
  }

  /** The day of a slot, counted from 0 in the week or month of the start. */
  LocalDate day(LocalDate start, long slot) {
    if (type == weekly) {
      return start.plusWeeks(interval * slot);
    }
    var month = YearMonth.from(start).plusMonths(interval * slot);
    var wanted = dayOfMonth == 0 ? start.getDayOfMonth() : dayOfMonth;
    return month.atDay(Math.min(wanted, month.lengthOfMonth()));
  }

  /** The last slot on or before a day that is not before the start; -1 when there is none. */
  long slotUpTo(LocalDate start, LocalDate day) {
    if (type == weekly) {
      return DAYS.between(start, day) / longestInterval();
    }
    var slot = MONTHS.between(YearMonth.from(start), YearMonth.from(day)) / interval;
    return day(start, slot).isAfter(day) ? slot - 1 : slot;
  }
}
