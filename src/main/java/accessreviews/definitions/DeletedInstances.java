package accessreviews.definitions;

import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.platform.persistence.UpdateTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * The instances of deleted series with many items. They are taken out of the series in the
 * transaction that deletes it, so that nobody sees them any more. Their items are then deleted in
 * portions, each in a transaction of its own: however many there are, and whoever dies meanwhile.
 */
@ApplicationScoped
class DeletedInstances {
  private static final Logger LOG = Logger.getLogger(DeletedInstances.class);

  /** The items of a portion. A series with no more of them is deleted at once. */
  static final int PORTION = 10_000;

  private static final Sql HAS_MANY_ITEMS = Sql.file("definitions/has-many-items");
  private static final Sql DETACH = Sql.file("definitions/detach-instances");
  private static final Sql DELETE_PORTION = Sql.file("definitions/delete-portion");

  private final UpdateTransaction transaction;
  private final Session database;

  DeletedInstances(UpdateTransaction transaction, Session database) {
    this.transaction = transaction;
    this.database = database;
  }

  /** Takes the instances out of {@code definition}, whose lock is held, if it has many items. */
  void detach(UUID definition) {
    var hasMany =
        BulkStatement.of(HAS_MANY_ITEMS)
            .with("definition", definition)
            .with("most", PORTION)
            .query(database, Boolean.class)
            .getSingleResult();
    if (hasMany) {
      BulkStatement.of(DETACH).with("definition", definition).execute(database);
    }
  }

  @Scheduled(
      every = "${access-reviews.transitions.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deleteAll() {
    try {
      var deleted = transaction.inPortions(this::deletePortion);
      if (deleted > 0) {
        LOG.infof("%d instances and decision items of deleted series are gone", deleted);
      }
    } catch (RuntimeException e) {
      LOG.warnf("Could not delete items of deleted series; retrying at the next tick: %s", e);
    }
  }

  private long deletePortion() {
    return BulkStatement.of(DELETE_PORTION)
        .with("most", PORTION)
        .query(database, Long.class)
        .getSingleResult();
  }
}
