package accessreviews.definitions;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The progress of a series: the occurrence that started last, and the next one. */
@Embeddable
class Occurrences {
  private @Nullable LocalDate latestOccurrence;
  private @Nullable LocalDate nextOccurrence;

  /** The instant that the search for due transitions reads; null if no occurrence is left. */
  private @Nullable Instant nextStartDateTime;

  /** Whether the series was stopped. A stopped series never starts again. */
  private boolean stopped;

  /** For Hibernate. */
  protected Occurrences() {}

  Occurrences(Schedule.Start first) {
    startNext(Optional.of(first));
  }

  /** The next occurrence has started; the one after it is next. */
  void started(Schedule schedule) {
    latestOccurrence = Objects.requireNonNull(nextOccurrence);
    startNext(schedule.after(latestOccurrence));
  }

  /**
   * Follows another schedule from {@code now} on: from its beginning if nothing has started yet,
   * otherwise from the next occurrence. A stopped series stays stopped.
   */
  void follow(Schedule schedule, Instant now) {
    if (stopped) {
      return;
    }
    var today = Schedule.day(now);
    startNext(
        latestOccurrence == null
            ? Optional.of(schedule.first(now))
            : schedule.after(latestOccurrence.isAfter(today) ? latestOccurrence : today));
  }

  /** Stops the series: nothing starts any more, even with another recurrence. */
  void stop() {
    stopped = true;
    startNext(Optional.empty());
  }

  @Nullable LocalDate latest() {
    return latestOccurrence;
  }

  Occurrence next(Schedule schedule) {
    var day = Objects.requireNonNull(nextOccurrence);
    var start = Objects.requireNonNull(nextStartDateTime);
    return new Occurrence(day, start, schedule.end(day, start));
  }

  private void startNext(Optional<Schedule.Start> start) {
    nextOccurrence = start.map(Schedule.Start::day).orElse(null);
    nextStartDateTime = start.map(Schedule.Start::at).orElse(null);
  }
}
