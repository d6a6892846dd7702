package accessreviews.notifications.outbox;

import accessreviews.definitions.DefinitionChanged;
import accessreviews.definitions.DefinitionChanged.Change;
import accessreviews.platform.Keeping;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.platform.persistence.UpdateTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Deletes the notices of deleted series, and those that nobody needs to look up any more ({@code
 * access-reviews.notices.keep}).
 */
@ApplicationScoped
class OldNotices {
  private static final Logger LOG = Logger.getLogger(OldNotices.class);
  private static final int PORTION = 10_000;
  private static final Sql DELETE_OLD = Sql.file("notifications/outbox/delete-old");
  private static final Sql DELETE_OF_DEFINITION =
      Sql.file("notifications/outbox/delete-of-definition");

  private final UpdateTransaction transaction;
  private final NoticesConfig config;
  private final Session database;
  private final InstantSource clock;

  OldNotices(
      UpdateTransaction transaction, NoticesConfig config, Session database, InstantSource clock) {
    this.transaction = transaction;
    this.config = config;
    this.database = database;
    this.clock = clock;
  }

  void onStart(@Observes StartupEvent start) {
    Keeping.require("access-reviews.notices.keep", config.keep(), "P30D");
    if (config.digest().isNegative()) {
      throw new IllegalArgumentException(
          "access-reviews.notices.digest is %s; it cannot be negative.".formatted(config.digest()));
    }
  }

  void onChange(@Observes DefinitionChanged changed) {
    if (changed.change() == Change.DELETED) {
      BulkStatement.of(DELETE_OF_DEFINITION)
          .with("definition", changed.definition())
          .execute(database);
    }
  }

  @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deleteAll() {
    try {
      transaction.inPortions(this::deletePortion);
    } catch (RuntimeException e) {
      LOG.warnf("Could not delete old notices; retrying: %s", e);
    }
  }

  private long deletePortion() {
    var before = Keeping.since(clock.instant(), config.keep());
    return BulkStatement.of(DELETE_OLD)
        .at("before", before)
        .with("most", PORTION)
        .execute(database);
  }
}
