package accessreviews.platform.persistence;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import accessreviews.refusal.DatabaseFailure;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * Runs an update in a transaction of its own. At first without a lock: most updates have no rival.
 * An update that another writer overtook is run again on the new state, and then waits in line for
 * the row, so that writers of one row get through one after the other (docs/adr/0003).
 *
 * <p>Updates of one series have at most half of the connections at once, and only one change of its
 * state. The others wait without a connection, so that callers who wait for a long step leave the
 * rest to everybody else (docs/adr/0003).
 */
@ApplicationScoped
public class UpdateTransaction {
  private static final int RERUNS = 3;

  /** For how long it is remembered that a row has rivals, and of how many rows. */
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private static final int MOST = 10_000;

  /** What updates share that are of no one series, such as those of the directory. */
  private static final Object NO_SERIES = "";

  private final AgroalDataSource connections;
  private final Session database;
  private final int connectionsOfOneSeries;
  private final Cache<Object, ReentrantLock> lines =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();
  private final Cache<UUID, ReentrantLock> states =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(TimeLimits.LONGEST).build();
  private final ConcurrentMap<Object, Share> shares = new ConcurrentHashMap<>();

  UpdateTransaction(
      AgroalDataSource connections,
      Session database,
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size", defaultValue = "50")
          int mostConnections) {
    this.connections = connections;
    this.database = database;
    this.connectionsOfOneSeries = Math.max(1, mostConnections / 2);
  }

  /**
   * The result of {@code update}, which reads its row with the lock it is given and decides
   * everything on what it reads. Refuses with 409 when the last run too was overtaken. For updates
   * of no one series, such as those of the directory.
   */
  public <T> T run(Function<LockModeType, T> update) {
    return sharing(NO_SERIES, () -> run(update, () -> {}));
  }

  /** The same for an update in {@code series}. */
  public <T> T run(UUID series, Function<LockModeType, T> update) {
    return sharing(series, () -> run(update, () -> {}));
  }

  /**
   * The same for an update in {@code series} of the row that {@code key} names. Once one of its
   * updates was overtaken, those that follow in this process wait in line before they begin: they
   * would all be overtaken, and a row that many wait for is slow in PostgreSQL.
   */
  public <T> T run(UUID series, Object key, Function<LockModeType, T> update) {
    var line = lines.getIfPresent(key);
    return sharing(
        series,
        () ->
            line == null
                ? run(update, () -> lines.put(key, new ReentrantLock(true)))
                : inLine(line, () -> run(update, () -> {})));
  }

  /** The same for an update of any number of rows in {@code series}, which may take its time. */
  public <T> T bulk(UUID series, Function<LockModeType, T> update) {
    return run(series, lock -> atLength(() -> update.apply(lock)));
  }

  /**
   * The result of {@code change}, which changes the state of {@code series} or of a part of it. It
   * locks what it changes before it reads it, and reads it once, so that no other writer overtakes
   * it. Refuses with 503 if another change of the series takes longer than callers wait.
   */
  public <T> T changeState(UUID series, Supplier<T> change) {
    return inTurn(series, () -> run(lock -> atLength(change), () -> {}));
  }

  /** Runs {@code work} when no other change of the state of {@code series} runs in this process. */
  public <T> T inTurn(UUID series, Supplier<T> work) {
    return inLine(states.get(series, first -> new ReentrantLock(true)), work);
  }

  private <T> T atLength(Supplier<T> work) {
    TimeLimits.ofBulkCall(database);
    return work.get();
  }

  /**
   * The places of the updates of one series, which are there as long as anybody wants one. A cache
   * of them for many series costs an update a fifth of its rate.
   *
   * @param wanted by how many updates
   */
  private record Share(Semaphore places, int wanted) {
    Share wantedBy(int more) {
      return new Share(places, wanted + more);
    }
  }

  private <T> T sharing(Object what, Supplier<T> work) {
    var places =
        shares
            .compute(
                what,
                (key, share) ->
                    share == null
                        ? new Share(new Semaphore(connectionsOfOneSeries, true), 1)
                        : share.wantedBy(1))
            .places();
    try {
      requireInTime(() -> places.tryAcquire(TimeLimits.WAIT.toMillis(), MILLISECONDS));
      try {
        return work.get();
      } finally {
        places.release();
      }
    } finally {
      shares.computeIfPresent(
          what, (key, share) -> share.wanted() == 1 ? null : share.wantedBy(-1));
    }
  }

  private static <T> T inLine(ReentrantLock line, Supplier<T> work) {
    requireInTime(() -> line.tryLock(TimeLimits.WAIT.toMillis(), MILLISECONDS));
    try {
      return work.get();
    } finally {
      line.unlock();
    }
  }

  /** Waits without a connection. */
  private interface Waiting {
    boolean isOver() throws InterruptedException;
  }

  private static void requireInTime(Waiting waiting) {
    try {
      if (!waiting.isOver()) {
        throw DatabaseFailure.LOCKED.refused();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * The result of {@code transaction}, a transaction of its own. It is run again after a deadlock
   * or a serialization failure, at most three times.
   */
  public <T> T again(Supplier<T> transaction) {
    return again(lock -> transaction.get(), () -> {});
  }

  /**
   * Runs {@code portion} until it returns 0, which says that nothing is left: each time in a
   * transaction of its own with the limits of a step. Returns the sum. For work of the background,
   * however much there is, and whoever dies meanwhile.
   */
  public long inPortions(LongSupplier portion) {
    var done = 0L;
    for (var some = inStep(portion); some > 0; some = inStep(portion)) {
      done += some;
    }
    return done;
  }

  private long inStep(LongSupplier portion) {
    return again(
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () -> {
                      TimeLimits.ofStep(database);
                      return portion.getAsLong();
                    }));
  }

  private <T> T run(Function<LockModeType, T> update, Runnable overtaken) {
    return again(
        lock ->
            QuarkusTransaction.requiringNew()
                .timeout((int) TimeLimits.LONGEST.toSeconds())
                .call(() -> update.apply(lock)),
        overtaken);
  }

  private <T> T again(Function<LockModeType, T> run, Runnable overtaken) {
    var lock = LockModeType.NONE;
    for (var reruns = 0; ; reruns++) {
      try {
        return run.apply(lock);
      } catch (RuntimeException e) {
        var failure = DatabaseFailure.of(e).orElse(null);
        if (failure == DatabaseFailure.READ_ONLY) {
          connections.flush(
              AgroalDataSource.FlushMode.GRACEFUL); // new connections find the primary
        }
        var lost = isLost(e);
        if (!lost && failure != DatabaseFailure.OVERTAKEN) {
          throw e;
        }
        if (reruns == RERUNS) {
          throw lost ? givenUp() : e;
        }
        overtaken.run();
        lock = LockModeType.PESSIMISTIC_WRITE;
      }
    }
  }

  private static Refused givenUp() {
    return new Refused(
        Refusal.CONCURRENT_UPDATE,
        null,
        "Other requests changed this resource each time the update was tried. Read it and try"
            + " again.");
  }

  /** Whether another writer has changed the row since it was read. */
  private static boolean isLost(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(OptimisticLockException.class::isInstance);
  }
}
