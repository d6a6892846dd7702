package accessreviews.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import accessreviews.recurrence.DayOfWeek;
import accessreviews.recurrence.PatternedRecurrence;
import accessreviews.recurrence.RecurrencePattern;
import accessreviews.recurrence.RecurrencePatternType;
import accessreviews.recurrence.RecurrenceRange;
import accessreviews.recurrence.RecurrenceRangeType;
import accessreviews.recurrence.WeekIndex;
import accessreviews.refusal.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When reports are made again, and about what time. */
class HistoryScheduleSettingsTest {
  private static final Instant END = Instant.parse("2026-03-31T00:00:00Z");

  @ParameterizedTest(name = "{0} before 31 March: {1}")
  @CsvSource({
    "P1D, 2026-03-30",
    "P30D, 2026-03-01",
    "P1M, 2026-02-28",
    "P1Y, 2025-03-31",
    "P1Y1M1D, 2025-02-27",
    "P0Y1M0D, 2026-02-28",
    "P100Y, 1926-03-31",
    "P1200M, 1926-03-31"
  })
  void aReportIsAboutTheTimeBefore(String range, LocalDate from) {
    assertThat(weekly(range).from(END)).isEqualTo(from + "T00:00:00Z");
  }

  @Test
  void theTimeBeginsWithTheYearOne() {
    assertThat(weekly("P100Y").from(Instant.parse("0050-01-01T00:00:00Z")))
        .isEqualTo("0001-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "P0D",
        "P1W",
        "PT1H",
        "P1DT1H",
        "-P1M",
        "P-1M",
        "P1.5M",
        "1M",
        "P101Y",
        "P1201M",
        "P99999D",
        "P100Y1D",
        "p1m",
        "P1M ",
        "P999999999999D"
      })
  void otherRangesAreRefused(String range) {
    assertThatThrownBy(() -> weekly(range))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("reportRange");
  }

  @Test
  void aScheduleSaysHowOften() {
    assertThatThrownBy(
            () -> new HistoryScheduleSettings(new PatternedRecurrence(null, null), "P1M"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("recurrence.pattern");
  }

  @ParameterizedTest(name = "on {0}: {1}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          2025-12-01, 2026-01-05
          2026-01-05, 2026-01-05
          2026-01-06, 2026-01-05
          2026-01-13, 2026-01-12
          2027-01-01, 2026-01-19
          """)
  void theFirstReportIsTheLatestThatIsDueOrTheNext(LocalDate today, LocalDate first) {
    assertThat(weekly("P7D").first(today)).isEqualTo(first);
  }

  private static HistoryScheduleSettings weekly(String range) {
    return new HistoryScheduleSettings(
        new PatternedRecurrence(
            new RecurrencePattern(
                RecurrencePatternType.weekly,
                1,
                0,
                0,
                List.of(),
                DayOfWeek.sunday,
                WeekIndex.first),
            new RecurrenceRange(
                RecurrenceRangeType.endDate,
                0,
                null,
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 1, 20))),
        range);
  }
}
