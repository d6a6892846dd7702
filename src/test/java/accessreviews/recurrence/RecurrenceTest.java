package accessreviews.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A range is written as its type, numberOfOccurrences and endDate; … stands for "and so on". */
class RecurrenceTest {
  private static final String NO_MORE = "-";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 2026-01-05 | noEnd                 | 2026-01-05 2026-01-12 2026-01-19 …
          2 | 2026-01-05 | noEnd                 | 2026-01-05 2026-01-19 2026-02-02 …
          1 | 2024-02-22 | noEnd                 | 2024-02-22 2024-02-29 2024-03-07 …
          1 | 2026-01-05 | endDate 2026-01-19    | 2026-01-05 2026-01-12 2026-01-19
          1 | 2026-01-05 | endDate 2026-01-18    | 2026-01-05 2026-01-12
          1 | 2026-01-05 | endDate 2026-01-05    | 2026-01-05
          2 | 2026-01-05 | numbered 3            | 2026-01-05 2026-01-19 2026-02-02
          1 | 2026-01-05 | numbered 1            | 2026-01-05
          1 | 2026-01-05 | numbered 3 2026-01-06 | 2026-01-05 2026-01-12 2026-01-19
          1 | 2026-01-05 | numbered 0 2026-01-12 | 2026-01-05 2026-01-12
          1 | 2026-01-05 | numbered 0 2026-01-11 | 2026-01-05
          1 | 2020-09-11 | numbered 0 9999-12-31 | 2020-09-11 2020-09-18 …
          1 | 9999-12-24 | noEnd                 | 9999-12-24 9999-12-31
          """)
  void aWeeklySeriesStartsOn(int interval, LocalDate start, String range, String days) {
    assertDays(new PatternedRecurrence(weekly(interval), range(start, range)), days);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
           1 | 31 | 2023-12-31 | noEnd              | 2023-12-31 2024-01-31 2024-02-29 2024-03-31 2024-04-30 …
           1 | 31 | 2025-12-31 | noEnd              | 2025-12-31 2026-01-31 2026-02-28 2026-03-31 2026-04-30 …
           1 |  0 | 2026-01-31 | noEnd              | 2026-01-31 2026-02-28 2026-03-31 …
           1 |  0 | 2026-01-30 | noEnd              | 2026-01-30 2026-02-28 2026-03-30 …
           1 | 30 | 2024-01-01 | noEnd              | 2024-01-30 2024-02-29 2024-03-30 …
           1 | 29 | 2099-12-29 | noEnd              | 2099-12-29 2100-01-29 2100-02-28 2100-03-29 …
          12 |  0 | 2024-02-29 | noEnd              | 2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29 …
           3 | 15 | 2026-01-31 | noEnd              | 2026-04-15 2026-07-15 2026-10-15 2027-01-15 …
           3 | 15 | 2026-01-15 | noEnd              | 2026-01-15 2026-04-15 …
           1 |  1 | 2026-01-02 | noEnd              | 2026-02-01 2026-03-01 …
           6 | 31 | 2025-08-31 | noEnd              | 2025-08-31 2026-02-28 2026-08-31 …
          12 | 20 | 2026-03-05 | noEnd              | 2026-03-20 2027-03-20 …
           1 | 15 | 2026-01-31 | numbered 2         | 2026-02-15 2026-03-15
           1 | 15 | 2026-01-31 | numbered 2147483647 | 2026-02-15 2026-03-15 …
           1 | 31 | 2026-01-31 | endDate 2026-02-28 | 2026-01-31 2026-02-28
           1 | 31 | 2026-01-31 | endDate 2026-02-27 | 2026-01-31
           1 | 31 | 2026-02-10 | endDate 2026-02-28 | 2026-02-28
           1 |  0 | 2026-05-31 | numbered 0 2026-06-30 | 2026-05-31 2026-06-30
           1 | 31 | 9999-11-01 | numbered 5         | 9999-11-30 9999-12-31
          """)
  void aMonthlySeriesStartsOn(
      int interval, int dayOfMonth, LocalDate start, String range, String days) {
    assertDays(new PatternedRecurrence(monthly(interval, dayOfMonth), range(start, range)), days);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # asked    | latestUpTo | after
          2026-01-30 | -          | 2026-02-15
          2026-02-14 | -          | 2026-02-15
          2026-02-15 | 2026-02-15 | 2026-03-15
          2026-03-14 | 2026-02-15 | 2026-03-15
          2026-03-15 | 2026-03-15 | 2026-04-15
          2026-04-15 | 2026-04-15 | -
          2026-06-01 | 2026-04-15 | -
          -999999999-01-01 | -    | 2026-02-15
          +999999999-12-31 | 2026-04-15 | -
          """)
  void aDayLiesBetweenTwoReviews(LocalDate asked, String latestUpTo, String after) {
    var recurrence =
        new PatternedRecurrence(
            monthly(1, 15), range(LocalDate.of(2026, 1, 31), "endDate 2026-04-15"));
    assertThat(text(recurrence.latestUpTo(asked))).isEqualTo(latestUpTo);
    assertThat(text(recurrence.after(asked))).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # range               | asked      | latestUpTo | after
          noEnd                 | 2026-01-30 | -          | 2026-01-31
          noEnd                 | 2026-01-31 | 2026-01-31 | -
          noEnd                 | 2026-03-01 | 2026-01-31 | -
          numbered 9            | 2026-03-01 | 2026-01-31 | -
          numbered 0            | 2026-03-01 | 2026-01-31 | -
          endDate 2026-12-31    | 2026-03-01 | 2026-01-31 | -
          """)
  void withoutAPatternThereIsOneReviewOnTheStartDate(
      String range, LocalDate asked, String latestUpTo, String after) {
    var recurrence = new PatternedRecurrence(null, range(LocalDate.of(2026, 1, 31), range));
    assertThat(text(recurrence.first())).isEqualTo("2026-01-31");
    assertThat(text(recurrence.latestUpTo(asked))).isEqualTo(latestUpTo);
    assertThat(text(recurrence.after(asked))).isEqualTo(after);
  }

  @Test
  void withoutAPatternAndAStartDateNoDayIsKnown() {
    var range = new RecurrenceRange(RecurrenceRangeType.noEnd, 0, null, null, null);
    for (var recurrence :
        List.of(new PatternedRecurrence(null, null), new PatternedRecurrence(null, range))) {
      assertThat(recurrence.first()).isEmpty();
      assertThat(recurrence.after(LocalDate.MIN)).isEmpty();
      assertThat(recurrence.latestUpTo(LocalDate.MAX)).isEmpty();
    }
  }

  @Test
  void theLongestIntervalCountsSevenDaysAWeekAndThirtyOneAMonth() {
    var range = range(LocalDate.of(2026, 1, 31), "noEnd");
    assertThat(new PatternedRecurrence(weekly(2), range).longestInterval()).isEqualTo(14);
    assertThat(new PatternedRecurrence(monthly(3, 0), range).longestInterval()).isEqualTo(93);
    assertThat(new PatternedRecurrence(monthly(Integer.MAX_VALUE, 0), range).longestInterval())
        .isEqualTo(66_571_993_057L);
    assertThat(new PatternedRecurrence(null, range).longestInterval()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void aSeriesOfTenThousandYearsAnswersAtOnce() {
    var recurrence =
        new PatternedRecurrence(weekly(1), range(LocalDate.of(1, 1, 1), "numbered 2147483647"));
    for (var i = 0; i < 100_000; i++) {
      assertThat(recurrence.after(LocalDate.of(9999, 12, 20))).contains(LocalDate.of(9999, 12, 27));
    }
  }

  private static void assertDays(PatternedRecurrence recurrence, String expected) {
    var goesOn = expected.endsWith(" …");
    var days = List.of(expected.replace(" …", "").split(" "));
    var found = new ArrayList<String>();
    var next = recurrence.first();
    while (next.isPresent() && found.size() < days.size()) {
      found.add(text(next));
      next = recurrence.after(next.get());
    }
    assertThat(found).isEqualTo(days);
    assertThat(next.isPresent()).as("goes on").isEqualTo(goesOn);
  }

  private static String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(NO_MORE);
  }

  private static RecurrencePattern weekly(int interval) {
    return pattern(RecurrencePatternType.weekly, interval, 0);
  }

  private static RecurrencePattern monthly(int interval, int dayOfMonth) {
    return pattern(RecurrencePatternType.absoluteMonthly, interval, dayOfMonth);
  }

  private static RecurrencePattern pattern(
      RecurrencePatternType type, int interval, int dayOfMonth) {
    return new RecurrencePattern(
        type, interval, 0, dayOfMonth, List.of(), DayOfWeek.sunday, WeekIndex.first);
  }

  private static RecurrenceRange range(LocalDate start, String text) {
    var type = RecurrenceRangeType.noEnd;
    var number = 0;
    @Nullable LocalDate end = null;
    for (var word : List.of(text.split(" "))) {
      if (word.matches("\\d{4}-.*")) {
        end = LocalDate.parse(word);
      } else if (word.matches("\\d+")) {
        number = Integer.parseInt(word);
      } else {
        type = RecurrenceRangeType.valueOf(word);
      }
    }
    return new RecurrenceRange(type, number, null, start, end);
  }
}
