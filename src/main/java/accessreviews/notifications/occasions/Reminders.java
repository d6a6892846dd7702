package accessreviews.notifications.occasions;

import accessreviews.life.ReminderRequested;
import accessreviews.notifications.outbox.MailKind;
import accessreviews.notifications.outbox.Mailing;
import accessreviews.notifications.outbox.NoticesConfig;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Reminds each reviewer with something to answer in an instance, or in its open stage: on call
 * (operations.md, 17) and at half time.
 */
@ApplicationScoped
class Reminders {
  private static final Sql QUEUE = Sql.file("notifications/occasions/queue-reminders");

  private final Mailing mailing;
  private final NoticesConfig config;
  private final Digest digest;
  private final Session database;

  Reminders(Mailing mailing, NoticesConfig config, Digest digest, Session database) {
    this.mailing = mailing;
    this.config = config;
    this.digest = digest;
    this.database = database;
  }

  /** On call, whatever the settings say. Whoever has such a reminder waiting gets no second one. */
  void remind(@Observes ReminderRequested requested) {
    queue(
        MailKind.REQUESTED_REMINDER,
        List.of(requested.instance()),
        false,
        requested.at(),
        requested.at());
  }

  /** At half time; also those who have answered everything, if the configuration says so. */
  void remindAtHalfTime(List<UUID> instances, Instant at) {
    queue(MailKind.REMINDER, instances, config.remindFinished(), at, digest.endAfter(at));
  }

  private void queue(
      MailKind kind, List<UUID> instances, boolean all, Instant now, Instant leaving) {
    if (mailing.isOn() && !instances.isEmpty()) {
      BulkStatement.of(QUEUE)
          .with("kind", kind.wireName())
          .with("instances", instances.toArray(UUID[]::new))
          .with("all", all)
          .at("now", now)
          .at("digest", leaving)
          .execute(database);
    }
  }
}
