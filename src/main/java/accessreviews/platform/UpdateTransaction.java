package accessreviews.platform;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.util.function.Function;
import org.hibernate.exception.LockAcquisitionException;

/**
 * Runs an update in a transaction of its own. At first without a lock: most updates have no rival.
 * An update that another writer overtook is run again on the new state, and then waits in line for
 * the row, so that writers of one row get through one after the other.
 */
@ApplicationScoped
public class UpdateTransaction {
  private static final int RERUNS = 3;

  /**
   * The result of {@code update}, which reads its row with the lock it is given and decides
   * everything on what it reads. Refuses with 409 when the last run too was overtaken.
   */
  public <T> T run(Function<LockModeType, T> update) {
    var lock = LockModeType.NONE;
    for (var run = 0; run <= RERUNS; run++) {
      var withLock = lock;
      try {
        return QuarkusTransaction.requiringNew().call(() -> update.apply(withLock));
      } catch (RuntimeException e) {
        if (!overtaken(e)) {
          throw e;
        }
        lock = LockModeType.PESSIMISTIC_WRITE;
      }
    }
    throw new Refused(
        Refusal.CONCURRENT_UPDATE,
        null,
        "Other requests changed this resource each time the update was tried. Read it and try"
            + " again.");
  }

  private static boolean overtaken(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException
          || cause instanceof PessimisticLockException
          || cause instanceof LockAcquisitionException) {
        return true;
      }
    }
    return false;
  }
}
