package accessreviews.evidence.tree;

import accessreviews.platform.Keeping;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.UpdateTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Deletes the bytes of entries that are older than {@code access-reviews.evidence.keep}, the oldest
 * first and in portions. Their hashes stay, so that every proof keeps working.
 */
@ApplicationScoped
class Retention {
  private static final Logger LOG = Logger.getLogger(Retention.class);
  private static final int PORTION = 10_000;
  private static final String DELETE = "select evidence_delete_before(:before, :most)";

  private final UpdateTransaction transaction;
  private final EvidenceConfig config;
  private final Session database;
  private final InstantSource clock;

  Retention(
      UpdateTransaction transaction, EvidenceConfig config, Session database, InstantSource clock) {
    this.transaction = transaction;
    this.config = config;
    this.database = database;
    this.clock = clock;
  }

  void onStart(@Observes StartupEvent start) {
    Keeping.require("access-reviews.evidence.keep", config.keep(), "P7Y");
  }

  @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deleteAll() {
    try {
      var deleted = transaction.inPortions(this::deletePortion);
      if (deleted > 0) {
        LOG.infof("%d entries of the evidence log are no longer kept; their hashes stay", deleted);
      }
    } catch (RuntimeException e) {
      LOG.warnf("Could not delete old entries of the evidence log; retrying: %s", e);
    }
  }

  private long deletePortion() {
    var before = Keeping.since(clock.instant(), config.keep());
    return BulkStatement.of(DELETE)
        .at("before", before)
        .with("most", PORTION)
        .query(database, Long.class)
        .getSingleResult();
  }
}
