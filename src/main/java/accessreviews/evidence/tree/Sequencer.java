package accessreviews.evidence.tree;

import accessreviews.platform.persistence.UpdateTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Gives the entries of the log their places in the tree, every second of real time. One replica
 * does it at a time; writers never wait for it.
 */
@ApplicationScoped
public class Sequencer {
  private static final Logger LOG = Logger.getLogger(Sequencer.class);

  private final SequenceStep step;
  private final UpdateTransaction transaction;

  Sequencer(SequenceStep step, UpdateTransaction transaction) {
    this.step = step;
    this.transaction = transaction;
  }

  /** Places all entries that wait, unless another does it at this moment. */
  @Scheduled(
      every = "${access-reviews.transitions.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void placeAll() {
    try {
      transaction.inPortions(step::run);
    } catch (RuntimeException e) {
      LOG.warnf("Could not sequence the evidence log; retrying at the next tick: %s", e);
    }
  }
}
