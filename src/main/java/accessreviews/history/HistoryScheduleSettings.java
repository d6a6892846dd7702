package accessreviews.history;

import accessreviews.odata.EdmDateTime;
import accessreviews.recurrence.PatternedRecurrence;
import accessreviews.refusal.Refused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When reports are made again and again, Graph's {@code accessReviewHistoryScheduleSettings}.
 *
 * @param recurrence the days on which a report is made
 * @param reportRange the time before such a day that the report is about: years, months and days of
 *     ISO 8601, such as {@code P1M}
 */
@RegisterForReflection
public record HistoryScheduleSettings(PatternedRecurrence recurrence, String reportRange) {
  private static final Pattern RANGE = Pattern.compile("P(\\d{1,3}Y)?(\\d{1,4}M)?(\\d{1,5}D)?");
  private static final int LONGEST_YEARS = 100;

  /** Refuses what makes no reports, or reports about nothing. */
  public HistoryScheduleSettings {
    if (recurrence == null || recurrence.pattern() == null) {
      throw Refused.missing("recurrence.pattern", "how often a report is made");
    }
    if (reportRange == null) {
      throw Refused.missing("reportRange", "the time that a report is about, such as P1M");
    }
    period(reportRange);
  }

  private static Period period(String range) {
    if (RANGE.matcher(range).matches()) {
      try {
        var period = Period.parse(range);
        var end = LocalDate.EPOCH.plus(period);
        if (!period.isZero() && !end.isAfter(LocalDate.EPOCH.plusYears(LONGEST_YEARS))) {
          return period;
        }
      } catch (DateTimeException e) {
        // refused below
      }
    }
    throw Refused.invalid(
        "reportRange",
        "years, months and days such as P1Y, P1M or P90D, together at most %d years"
            .formatted(LONGEST_YEARS));
  }

  /** The beginning of the time that the report of {@code end} is about. */
  Instant from(Instant end) {
    var start = end.atOffset(ZoneOffset.UTC).minus(period(reportRange)).toInstant();
    return start.isBefore(EdmDateTime.FIRST) ? EdmDateTime.FIRST : start;
  }

  /** The day of the first report, for whoever asks on {@code today}; none if all are over. */
  @Nullable LocalDate first(LocalDate today) {
    return recurrence.latestUpTo(today).or(recurrence::first).orElse(null);
  }

  /** The day of the report after that of {@code day}. */
  Optional<LocalDate> after(LocalDate day) {
    return recurrence.after(day);
  }

  /** As answers show it. */
  HistoryScheduleSettings readBack() {
    return new HistoryScheduleSettings(recurrence.readBack(), reportRange);
  }
}
