package accessreviews.definitions;

import accessreviews.definitions.settings.ScheduleSettings;
import accessreviews.definitions.settings.StagePlan;
import accessreviews.odata.EdmDateTime;
import accessreviews.recurrence.PatternedRecurrence;
import accessreviews.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schedule of a series. An occurrence is a day of the recurrence. Its instances start at 00:00
 * UTC of that day and are open for the duration in the settings. {@code RecurrencePattern} has the
 * days of a recurrence.
 */
record Schedule(ScheduleSettings settings, StagePlan stages) {
  /**
   * The start of an occurrence.
   *
   * @param day the day of the recurrence, which identifies the occurrence
   */
  record Start(LocalDate day, Instant at) {}

  /** Refuses durations longer than the time between two occurrences. */
  void requireFit() {
    if (settings.isRecurring() && days() > recurrence().longestInterval()) {
      throw stages.isEmpty()
          ? Refused.invalid(
              "settings.instanceDurationInDays",
              "at most the %d days of one recurrence".formatted(recurrence().longestInterval()))
          : Refused.invalid(
              "stageSettings",
              "stages that together last at most the %d days of one recurrence"
                  .formatted(recurrence().longestInterval()));
    }
  }

  /**
   * The first start of a series that is created at {@code now}. A series that began in the past
   * begins with its latest occurrence. If that would be over already, it starts at once, unless the
   * range is over.
   */
  Start first(Instant now) {
    var today = day(now);
    var day = latestUpTo(today).or(this::firstDay).orElse(today);
    var scheduled = firstDay().isEmpty() ? now : midnight(day);
    var end = end(day, scheduled);
    var missed = end != null && !end.isAfter(now) && !isOver(now);
    return new Start(day, missed ? now : scheduled);
  }

  /** The start that follows the occurrence of {@code day}. */
  Optional<Start> after(LocalDate day) {
    return settings.isRecurring()
        ? recurrence().after(day).map(next -> new Start(next, midnight(next)))
        : Optional.empty();
  }

  /**
   * The end of the instance that starts at {@code start}; null if only a stop ends it. No instance
   * ends after the year 9999, the last that clients can read.
   */
  @Nullable Instant end(LocalDate day, Instant start) {
    if (days() > 0) {
      return EdmDateTime.later(start, Duration.ofDays(days()));
    }
    if (settings.isRecurring()) {
      return after(day).map(Start::at).orElse(null);
    }
    return lastDay().map(last -> midnight(last.plusDays(1))).orElse(null);
  }

  private int days() {
    return stages.isEmpty() ? settings.instanceDurationInDays() : stages.durationInDays();
  }

  private boolean isOver(Instant now) {
    return lastDay().map(last -> !midnight(last.plusDays(1)).isAfter(now)).orElse(false);
  }

  private Optional<LocalDate> lastDay() {
    var range = settings.recurrence() == null ? null : settings.recurrence().range();
    return range == null ? Optional.empty() : range.finalDay();
  }

  private Optional<LocalDate> firstDay() {
    return settings.recurrence() == null ? Optional.empty() : settings.recurrence().first();
  }

  private Optional<LocalDate> latestUpTo(LocalDate day) {
    return settings.recurrence() == null ? Optional.empty() : settings.recurrence().latestUpTo(day);
  }

  private PatternedRecurrence recurrence() {
    return Objects.requireNonNull(settings.recurrence());
  }

  static LocalDate day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
