package accessreviews.notifications;

import accessreviews.life.ReminderRequested;
import accessreviews.platform.persistence.BulkStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hibernate.Session;

/**
 * Queues a reminder for everyone who has still something to answer in an instance, or in its open
 * stage (operations.md, 17). Whose reminder waits to be sent gets no second one.
 */
@ApplicationScoped
class Reminders {
  private static final String QUEUE =
      """
      with waiting as (
        select d.stage, d.route, d.reviewer_id from access_review_decision_item d
        where d.instance_id = :instance and d.decision = 'NotReviewed')
      insert into notification (kind, instance_id, stage, recipient_id, created_date_time)
      select 'reminder', r.instance_id, r.stage, r.user_id, :now from access_review_reviewer r
      where r.instance_id = :instance and r.contacted
        and (r.stage = '' or r.stage in (
          select s.stage_id from access_review_stage s
          where s.instance_id = :instance and s.status = 'InProgress'))
        and ((r.stage, r.user_id) in (
            select w.stage, w.reviewer_id from waiting w where w.reviewer_id is not null)
          or (r.stage, r.listed) in (select w.stage, w.route from waiting w))
      on conflict do nothing""";

  private final Session database;

  Reminders(Session database) {
    this.database = database;
  }

  void queue(@Observes ReminderRequested requested) {
    BulkStatement.of(QUEUE)
        .with("instance", requested.instance())
        .at("now", requested.at())
        .execute(database);
  }
}
