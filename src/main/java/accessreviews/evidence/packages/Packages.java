package accessreviews.evidence.packages;

import accessreviews.evidence.tree.Checkpoint;
import accessreviews.evidence.tree.Sequencer;
import accessreviews.identity.Access;
import accessreviews.instances.InstanceKey;
import accessreviews.platform.Pause;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Makes packages. The database is read in one transaction, at the speed of a local disk; a package
 * is sent from a file, at the speed of its reader. A replica makes few at once, and has few on
 * their way.
 */
@ApplicationScoped
class Packages {
  /** For how long a package waits until all entries about its instance are in the tree. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int LONGEST_SECONDS = 3600;

  private final PackageFiles files;
  private final Sequencer sequencer;
  private final PackagesConfig config;
  private final Semaphore making;
  private final Semaphore onTheirWay;
  private final ConcurrentHashMap<UUID, Integer> callers = new ConcurrentHashMap<>();

  Packages(PackageFiles files, Sequencer sequencer, PackagesConfig config) {
    this.files = files;
    this.sequencer = sequencer;
    this.config = config;
    this.making = new Semaphore(config.atOnce());
    this.onTheirWay = new Semaphore(config.onTheirWay());
  }

  /** A package in a temporary file, which closing it deletes. */
  static final class Made implements AutoCloseable {
    private final Path file;
    private final String name;
    private final Runnable left;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Made(Path file, String name, Runnable left) {
      this.file = file;
      this.name = name;
      this.left = left;
    }

    Path file() {
      return file;
    }

    /** In bytes. */
    long size() {
      return file.toFile().length();
    }

    /** The name under which it is saved. */
    String name() {
      return name;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        left.run();
        delete(file);
      }
    }
  }

  /** For how long a package may be sent. */
  Duration longestDelivery() {
    return config.longestDelivery();
  }

  /**
   * Makes the package of the instance at {@code key} within {@code access}. Refuses at once where
   * too many are made or on their way, and after a while if entries still wait for the tree.
   *
   * @param since the size of an earlier checkpoint, to which consistency is proved; null for none
   */
  Made make(InstanceKey key, Access access, @Nullable Long since) {
    enter(access.caller());
    try {
      if (!onTheirWay.tryAcquire()) {
        throw busy("%d packages are on their way".formatted(config.onTheirWay()));
      }
      try {
        return made(
            key,
            access,
            since,
            () -> {
              onTheirWay.release();
              leave(access.caller());
            });
      } catch (RuntimeException | Error e) {
        onTheirWay.release();
        throw e;
      }
    } catch (RuntimeException | Error e) {
      leave(access.caller());
      throw e;
    }
  }

  private Made made(InstanceKey key, Access access, @Nullable Long since, Runnable left) {
    if (!making.tryAcquire()) {
      throw busy("%d packages are being made".formatted(config.atOnce()));
    }
    var file = temporary();
    try (var spool = new Spool()) {
      var checkpoint = written(key, access, since, spool);
      try (var out = Files.newOutputStream(file)) {
        PackageZip.write(spool, out);
      }
      var name = "evidence-%s-%d.zip".formatted(key.instance(), checkpoint.size());
      return new Made(file, name, left);
    } catch (IOException e) {
      delete(file);
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      delete(file);
      throw e;
    } finally {
      making.release();
    }
  }

  private Checkpoint written(InstanceKey key, Access access, @Nullable Long since, Spool spool) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      sequencer.placeAll(); // or entries that come all the time would always be waiting
      Optional<Checkpoint> written =
          QuarkusTransaction.requiringNew()
              .timeout(LONGEST_SECONDS)
              .call(() -> files.write(key, access, since, spool));
      if (written.isPresent()) {
        return written.get();
      }
      if (System.nanoTime() > end) {
        throw new Refused(
            Refusal.LOCKED_BY_OTHERS,
            null,
            "Entries about this instance are not in the tree of the evidence log yet. Try again.");
      }
      Pause.of(PAUSE);
    }
  }

  private void enter(UUID caller) {
    var now = callers.merge(caller, 1, Integer::sum);
    if (now > config.ofACaller()) {
      leave(caller);
      throw busy("The caller has %d packages".formatted(config.ofACaller()));
    }
  }

  private void leave(UUID caller) {
    callers.computeIfPresent(caller, (id, count) -> count == 1 ? null : count - 1);
  }

  private static Refused busy(String what) {
    return new Refused(
        Refusal.TOO_BUSY, null, what + ", and the service takes no more at once. Try again later.");
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("evidence-", ".zip");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
