package accessreviews.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import accessreviews.definitions.settings.DefaultDecision;
import accessreviews.definitions.settings.ScheduleSettings;
import accessreviews.definitions.settings.StagePlan;
import accessreviews.definitions.settings.StageSettings;
import accessreviews.recurrence.DayOfWeek;
import accessreviews.recurrence.PatternedRecurrence;
import accessreviews.recurrence.RecurrencePattern;
import accessreviews.recurrence.RecurrencePatternType;
import accessreviews.recurrence.RecurrenceRange;
import accessreviews.recurrence.RecurrenceRangeType;
import accessreviews.recurrence.WeekIndex;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * When a series starts, goes on and ends. A recurrence is written {@code weekly 2} or {@code once},
 * a range {@code first..last}, {@code first..} without an end, {@code first x3} for three times.
 */
class ScheduleTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      quoteCharacter = '"',
      textBlock =
          """
          # case,                  recurrence, range,                 days, now,               day,        start,             end
          without recurrence,       -,         -,                        3, 2026-01-05T09:00Z, 2026-01-05, 2026-01-05T09:00Z, 2026-01-08T09:00Z
          no recurrence nor days,   -,         -,                        0, 2026-01-05T09:00Z, 2026-01-05, 2026-01-05T09:00Z, -
          once in the future,       once,      2026-01-12..,             3, 2026-01-05T09:00Z, 2026-01-12, 2026-01-12T00:00Z, 2026-01-15T00:00Z
          once today,               once,      2026-01-05..,             3, 2026-01-05T09:00Z, 2026-01-05, 2026-01-05T00:00Z, 2026-01-08T00:00Z
          once at its very start,   once,      2026-01-05..,             3, 2026-01-05T00:00Z, 2026-01-05, 2026-01-05T00:00Z, 2026-01-08T00:00Z
          once and still open,      once,      2026-01-04..,             3, 2026-01-05T09:00Z, 2026-01-04, 2026-01-04T00:00Z, 2026-01-07T00:00Z
          once and just over,       once,      2026-01-02..,             3, 2026-01-05T00:00Z, 2026-01-02, 2026-01-05T00:00Z, 2026-01-08T00:00Z
          once long ago,            once,      2025-12-01..,             3, 2026-01-05T09:00Z, 2025-12-01, 2026-01-05T09:00Z, 2026-01-08T09:00Z
          last day is today,        once,      2025-12-01..2026-01-05,   3, 2026-01-05T23:59Z, 2025-12-01, 2026-01-05T23:59Z, 2026-01-08T23:59Z
          last day was yesterday,   once,      2025-12-01..2026-01-04,   3, 2026-01-05T00:00Z, 2025-12-01, 2025-12-01T00:00Z, 2025-12-04T00:00Z
          at the calendar's end,    once,      9999-12-29..,             3, 2026-01-05T09:00Z, 9999-12-29, 9999-12-29T00:00Z, 9999-12-31T23:59:59.999999Z
          the range is the window,  once,      2026-01-01..2026-01-10,   0, 2026-01-05T09:00Z, 2026-01-01, 2026-01-01T00:00Z, 2026-01-11T00:00Z
          that window is over,      once,      2025-12-01..2025-12-10,   0, 2026-01-05T09:00Z, 2025-12-01, 2025-12-01T00:00Z, 2025-12-11T00:00Z
          once without any end,     once,      2025-12-01..,             0, 2026-01-05T09:00Z, 2025-12-01, 2025-12-01T00:00Z, -
          weekly in the future,     weekly 1,  2026-01-12..,             3, 2026-01-05T09:00Z, 2026-01-12, 2026-01-12T00:00Z, 2026-01-15T00:00Z
          weekly from today,        weekly 1,  2026-01-05..,             3, 2026-01-05T09:00Z, 2026-01-05, 2026-01-05T00:00Z, 2026-01-08T00:00Z
          weekly and today again,   weekly 1,  2025-12-01..,             3, 2026-01-05T09:00Z, 2026-01-05, 2026-01-05T00:00Z, 2026-01-08T00:00Z
          the latest is open,       weekly 1,  2025-12-02..,             7, 2026-01-05T09:00Z, 2025-12-30, 2025-12-30T00:00Z, 2026-01-06T00:00Z
          the latest is over,       weekly 1,  2025-12-02..,             3, 2026-01-05T09:00Z, 2025-12-30, 2026-01-05T09:00Z, 2026-01-08T09:00Z
          the range is over,        weekly 1,  2025-12-01..2025-12-20,   3, 2026-01-05T09:00Z, 2025-12-15, 2025-12-15T00:00Z, 2025-12-18T00:00Z
          until the next one,       weekly 1,  2025-12-02..,             0, 2026-01-05T09:00Z, 2025-12-30, 2025-12-30T00:00Z, 2026-01-06T00:00Z
          every second week,        weekly 2,  2025-12-01..,            14, 2026-01-05T09:00Z, 2025-12-29, 2025-12-29T00:00Z, 2026-01-12T00:00Z
          monthly and clipped,      monthly 1, 2025-08-31..,            31, 2025-10-15T09:00Z, 2025-09-30, 2025-09-30T00:00Z, 2025-10-31T00:00Z
          the last of three,        monthly 1, 2025-11-05 x3,           10, 2026-01-05T09:00Z, 2026-01-05, 2026-01-05T00:00Z, 2026-01-15T00:00Z
          """)
  void aNewSeriesStarts(
      String name,
      @Nullable String recurrence,
      @Nullable String range,
      int days,
      OffsetDateTime now,
      LocalDate day,
      OffsetDateTime start,
      @Nullable OffsetDateTime end) {
    var schedule = schedule(recurrence, range, days);

    var first = schedule.first(now.toInstant());

    assertThat(first).isEqualTo(new Schedule.Start(day, start.toInstant()));
    assertThat(schedule.end(first.day(), first.at())).isEqualTo(instant(end));
  }

  @ParameterizedTest(name = "{0} {1} after {2}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -,         -,                      2026-01-05, -
          once,      2026-01-12..,           2026-01-05, -
          once,      2026-01-05..,           2026-01-05, -
          weekly 1,  2026-01-05..,           2026-01-05, 2026-01-12
          weekly 1,  2026-01-05..,           2026-01-11, 2026-01-12
          weekly 2,  2026-01-05..,           2026-01-05, 2026-01-19
          weekly 1,  2026-01-05..2026-01-19, 2026-01-12, 2026-01-19
          weekly 1,  2026-01-05..2026-01-18, 2026-01-12, -
          weekly 1,  2026-01-05 x2,          2026-01-05, 2026-01-12
          weekly 1,  2026-01-05 x2,          2026-01-12, -
          monthly 1, 2026-01-31..,           2026-01-31, 2026-02-28
          monthly 1, 2026-01-31..,           2026-02-28, 2026-03-31
          """)
  void anotherStartFollowsAtTheFirstMomentOfItsDay(
      @Nullable String recurrence,
      @Nullable String range,
      LocalDate day,
      @Nullable LocalDate next) {
    var after = schedule(recurrence, range, 3).after(day);

    assertThat(after.map(Schedule.Start::day).orElse(null)).isEqualTo(next);
    assertThat(after.map(start -> start.at().toString()).orElse(null))
        .isEqualTo(next == null ? null : next + "T00:00:00Z");
  }

  /** Started late on 2026-01-07, the occurrence of 2026-01-05. */
  @ParameterizedTest(name = "{0} {1}, {2} days, stages {3}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          once,     2026-01-05..,           2, -,     2026-01-09T10:00Z
          weekly 1, 2026-01-05..,           2, -,     2026-01-09T10:00Z
          weekly 1, 2026-01-05..,           7, 2 1,   2026-01-10T10:00Z
          weekly 1, 2026-01-05..,           0, 1 1 1, 2026-01-10T10:00Z
          weekly 1, 2026-01-05..,           0, -,     2026-01-12T00:00Z
          weekly 1, 2026-01-05 x1,          0, -,     -
          once,     2026-01-05..2026-01-09, 0, -,     2026-01-10T00:00Z
          once,     2026-01-05..2026-01-09, 2, -,     2026-01-09T10:00Z
          -,        -,                      0, -,     -
          """)
  void anInstanceEndsAfterItsDaysOrItsStagesOrWithTheRecurrence(
      @Nullable String recurrence,
      @Nullable String range,
      int days,
      @Nullable String stages,
      @Nullable OffsetDateTime end) {
    var schedule = new Schedule(settings(recurrence, range, days), plan(stages));

    assertThat(schedule.end(LocalDate.parse("2026-01-05"), Instant.parse("2026-01-07T10:00:00Z")))
        .isEqualTo(instant(end));
  }

  @ParameterizedTest(name = "{0}, {1} days, stages {2}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -,         3650, -
          once,      3650, -
          weekly 1,  0,    -
          weekly 1,  7,    -
          weekly 2,  14,   -
          monthly 1, 31,   -
          monthly 3, 93,   -
          weekly 1,  30,   3 4
          weekly 1,  0,    2 2 3
          once,      0,    60 60 60
          """)
  void whatFitsIntoOneRecurrenceIsAccepted(
      @Nullable String recurrence, int days, @Nullable String stages) {
    var schedule = new Schedule(settings(recurrence, "2026-01-05..", days), plan(stages));

    assertThatNoException().isThrownBy(schedule::requireFit);
  }

  @ParameterizedTest(name = "{0}, {1} days, stages {2}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          weekly 1,  8,  -,     settings.instanceDurationInDays, at most the 7 days of one recurrence
          weekly 2,  15, -,     settings.instanceDurationInDays, at most the 14 days of one recurrence
          monthly 1, 32, -,     settings.instanceDurationInDays, at most the 31 days of one recurrence
          monthly 3, 94, -,     settings.instanceDurationInDays, at most the 93 days of one recurrence
          weekly 1,  1,  4 4,   stageSettings, stages that together last at most the 7 days of one recurrence
          monthly 1, 1,  9 9 14, stageSettings, stages that together last at most the 31 days of one recurrence
          """)
  void whatIsLongerThanOneRecurrenceIsRefused(
      String recurrence, int days, @Nullable String stages, String target, String expected) {
    var schedule = new Schedule(settings(recurrence, "2026-01-05..", days), plan(stages));

    var refused = catchThrowableOfType(Refused.class, schedule::requireFit);

    assertThat(refused.reason()).isEqualTo(Refusal.INVALID_PROPERTY_VALUE);
    assertThat(refused.target()).isEqualTo(target);
    assertThat(refused.sentence()).contains("'" + target + "'", expected);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static Schedule schedule(@Nullable String recurrence, @Nullable String range, int days) {
    return new Schedule(settings(recurrence, range, days), StagePlan.NONE);
  }

  private static ScheduleSettings settings(
      @Nullable String recurrence, @Nullable String range, int days) {
    return new ScheduleSettings(
        false,
        false,
        false,
        false,
        DefaultDecision.None,
        days,
        false,
        false,
        null,
        false,
        recurrence == null ? null : new PatternedRecurrence(pattern(recurrence), range(range)),
        List.of(),
        List.of());
  }

  private static @Nullable RecurrencePattern pattern(String text) {
    if (text.equals("once")) {
      return null;
    }
    var type =
        text.startsWith("weekly")
            ? RecurrencePatternType.weekly
            : RecurrencePatternType.absoluteMonthly;
    var interval = Integer.parseInt(text.substring(text.indexOf(' ') + 1));
    return new RecurrencePattern(
        type, interval, 0, 0, List.of(), DayOfWeek.sunday, WeekIndex.first);
  }

  private static @Nullable RecurrenceRange range(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var first = LocalDate.parse(text.substring(0, 10));
    var rest = text.substring(10);
    if (rest.equals("..")) {
      return new RecurrenceRange(RecurrenceRangeType.noEnd, 0, null, first, null);
    }
    return rest.startsWith("..")
        ? new RecurrenceRange(
            RecurrenceRangeType.endDate, 0, null, first, LocalDate.parse(rest.substring(2)))
        : new RecurrenceRange(
            RecurrenceRangeType.numbered, Integer.parseInt(rest.substring(2)), null, first, null);
  }

  private static StagePlan plan(@Nullable String days) {
    if (days == null) {
      return StagePlan.NONE;
    }
    var stages = new ArrayList<StageSettings>();
    for (var lasting : days.split(" ", -1)) {
      var id = Integer.toString(stages.size() + 1);
      stages.add(
          new StageSettings(
              id,
              List.of(),
              Integer.parseInt(lasting),
              false,
              null,
              List.of(),
              List.of(),
              null,
              null));
    }
    return new StagePlan(stages);
  }
}
