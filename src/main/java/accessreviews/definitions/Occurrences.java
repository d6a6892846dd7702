package accessreviews.definitions;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a series has come: the occurrence that started last, and the one that starts next. */
@Embeddable
class Occurrences {
  private @Nullable LocalDate latestOccurrence;
  private @Nullable LocalDate nextOccurrence;

  /** What the scheduler looks for; null when there is none to come. */
  private @Nullable Instant nextStartDateTime;

  /** Whether the series was stopped: then it never starts again. */
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
   * From {@code now} on the series follows another schedule: from its beginning where nothing has
   * started yet, else with the first occurrence that is still to come. Not after a stop.
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

  /** Nothing starts any more, whatever the recurrence becomes. */
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
