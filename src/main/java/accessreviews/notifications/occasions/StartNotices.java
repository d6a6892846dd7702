package accessreviews.notifications.occasions;

import accessreviews.life.rounds.ReviewersContacted;
import accessreviews.notifications.outbox.Mailing;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Tells reviewers that an instance or a stage has begun, once for each, if its {@code
 * mailNotificationsEnabled} says so. Those who are contacted later are told then.
 */
@ApplicationScoped
class StartNotices {
  private static final Sql QUEUE = Sql.file("notifications/occasions/queue-starts");

  private final Mailing mailing;
  private final Digest digest;
  private final Session database;

  StartNotices(Mailing mailing, Digest digest, Session database) {
    this.mailing = mailing;
    this.digest = digest;
    this.database = database;
  }

  void tell(@Observes ReviewersContacted contacted) {
    if (mailing.isOn()) {
      BulkStatement.of(QUEUE)
          .with("instances", contacted.instances().toArray(UUID[]::new))
          .with("stage", contacted.stage())
          .with("begins", contacted.begins())
          .at("now", contacted.at())
          .at("digest", digest.endAfter(contacted.at()))
          .execute(database);
    }
  }
}
