package accessreviews.notifications.occasions;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.definitions.settings.NotificationRecipientItem;
import accessreviews.directory.Directory;
import accessreviews.directory.DirectoryRows;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstancesEnded;
import accessreviews.notifications.outbox.Mailing;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Tells that instances are completed: the person who created the series, if {@code
 * mailNotificationsEnabled} says so, and the {@code additionalNotificationRecipients}. Nobody is
 * told twice, and nobody is told of instances that have failed.
 */
@ApplicationScoped
class CompletedNotices {
  private static final Sql QUEUE = Sql.file("notifications/occasions/queue-completed");
  private static final Sql QUEUE_ADDITIONAL =
      Sql.file("notifications/occasions/queue-completed-additional");

  private final Mailing mailing;
  private final Digest digest;
  private final Directory directory;
  private final Session database;
  private final InstantSource clock;

  CompletedNotices(
      Mailing mailing, Digest digest, Directory directory, Session database, InstantSource clock) {
    this.mailing = mailing;
    this.digest = digest;
    this.directory = directory;
    this.database = database;
    this.clock = clock;
  }

  void tell(@Observes InstancesEnded ended) {
    if (mailing.isOn()) {
      AccessReviewInstance.<AccessReviewInstance>findByIdOptional(ended.ids().getFirst())
          .map(AccessReviewInstance::definition)
          .ifPresent(series -> tell(series, ended.ids(), clock.instant()));
    }
  }

  private void tell(AccessReviewScheduleDefinition series, List<UUID> instances, Instant now) {
    var creator = queue(QUEUE, directory.users(), instances, now).ids(database);
    var others =
        series.additionalNotificationRecipients().stream()
            .map(NotificationRecipientItem::asReviewers)
            .toList();
    if (!others.isEmpty()) {
      queue(QUEUE_ADDITIONAL, directory.reviewers(others, "null"), instances, now)
          .with("told", creator.stream().distinct().toArray(UUID[]::new))
          .execute(database);
    }
  }

  private BulkStatement queue(Sql sql, DirectoryRows people, List<UUID> instances, Instant now) {
    return BulkStatement.of(sql.filled(people.sql()))
        .with(people.parameters())
        .with("instances", instances.toArray(UUID[]::new))
        .at("now", now)
        .at("digest", digest.endAfter(now));
  }
}
