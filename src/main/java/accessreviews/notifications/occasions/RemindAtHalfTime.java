package accessreviews.notifications.occasions;

import accessreviews.platform.due.DueRows;
import accessreviews.platform.due.DueTransition;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Half of the time of a round is over: its reviewers are reminded, in all instances of the
 * occurrence at once. A reminder that always fails is given up, and the review goes on.
 */
@ApplicationScoped
@Priority(4)
class RemindAtHalfTime implements DueTransition<HalfTime> {
  private static final DueRows<HalfTime> ROWS =
      new DueRows<>(
          HalfTime.class,
          "notice_half_time",
          "half_time",
          "true",
          "join access_review_schedule_definition series on series.id = due.definition_id");

  private final HalfTimes halfTimes;
  private final Reminders reminders;
  private final InstantSource clock;

  RemindAtHalfTime(HalfTimes halfTimes, Reminders reminders, InstantSource clock) {
    this.halfTimes = halfTimes;
    this.reminders = reminders;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "half-time";
  }

  @Override
  public DueRows<HalfTime> rows() {
    return ROWS;
  }

  @Override
  public void happen(HalfTime now) {
    reminders.remindAtHalfTime(halfTimes.reminding(now), clock.instant());
    halfTimes.forget(now.id());
  }

  @Override
  public boolean giveUp(UUID id) {
    return halfTimes.forget(id) > 0;
  }
}
