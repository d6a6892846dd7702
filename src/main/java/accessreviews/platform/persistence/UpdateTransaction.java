package accessreviews.platform.persistence;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.hibernate.exception.LockAcquisitionException;

/**
 * Runs an update in a transaction of its own. At first without a lock: most updates have no rival.
 * An update that another writer overtook is run again on the new state, and then waits in line for
 * the row, so that writers of one row get through one after the other (docs/adr/0003).
 */
@ApplicationScoped
public class UpdateTransaction {
  private static final int RERUNS = 3;

  /** For how long it is remembered that a row has rivals, and of how many rows. */
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private static final int MOST = 10_000;

  private final Cache<Object, ReentrantLock> lines =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

  /**
   * The result of {@code update}, which reads its row with the lock it is given and decides
   * everything on what it reads. Refuses with 409 when the last run too was overtaken.
   */
  public <T> T run(Function<LockModeType, T> update) {
    return run(update, () -> {});
  }

  /**
   * The same for an update of the row that {@code key} names. Once one of its updates was
   * overtaken, those that follow in this process wait in line before they begin: they would all be
   * overtaken, and a row that many wait for is slow in PostgreSQL.
   */
  public <T> T run(Object key, Function<LockModeType, T> update) {
    var line = lines.getIfPresent(key);
    if (line == null) {
      return run(update, () -> lines.put(key, new ReentrantLock(true)));
    }
    line.lock();
    try {
      return run(update);
    } finally {
      line.unlock();
    }
  }

  private static <T> T run(Function<LockModeType, T> update, Runnable overtaken) {
    var lock = LockModeType.NONE;
    for (var run = 0; run <= RERUNS; run++) {
      var withLock = lock;
      try {
        return QuarkusTransaction.requiringNew().call(() -> update.apply(withLock));
      } catch (RuntimeException e) {
        if (!isOvertaken(e)) {
          throw e;
        }
        overtaken.run();
        lock = LockModeType.PESSIMISTIC_WRITE;
      }
    }
    throw new Refused(
        Refusal.CONCURRENT_UPDATE,
        null,
        "Other requests changed this resource each time the update was tried. Read it and try"
            + " again.");
  }

  private static boolean isOvertaken(Throwable failure) {
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
