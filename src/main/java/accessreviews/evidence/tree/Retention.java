package accessreviews.evidence.tree;

import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.UpdateTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.time.ZoneOffset;
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
    if (config.keep().isNegative() || config.keep().isZero()) {
      throw new IllegalArgumentException(
          "access-reviews.evidence.keep is %s; it has to be longer, such as P7Y."
              .formatted(config.keep()));
    }
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
    var before = clock.instant().atOffset(ZoneOffset.UTC).minus(config.keep()).toInstant();
    return BulkStatement.of(DELETE)
        .at("before", before)
        .with("most", PORTION)
        .query(database, Long.class)
        .getSingleResult();
  }
}
