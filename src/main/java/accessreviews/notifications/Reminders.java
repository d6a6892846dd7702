package accessreviews.notifications;

import accessreviews.life.ReminderRequested;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hibernate.Session;

/**
 * Queues a reminder for each reviewer with an unanswered item in an instance, or in its open stage
 * (operations.md, 17). A reviewer whose reminder is still in the queue gets no second one.
 */
@ApplicationScoped
class Reminders {
  private static final Sql QUEUE = Sql.file("notifications/queue-reminders");

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
