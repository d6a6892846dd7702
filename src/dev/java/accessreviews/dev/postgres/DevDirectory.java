package accessreviews.dev.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The place of one local PostgreSQL below {@code .dev}, taken by at most one living JVM: the
 * operating system drops the lock of a JVM that was killed, and the next one finds its orphan here.
 */
final class DevDirectory implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(DevDirectory.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int TEST_PLACES = 50;

  private final Path project;
  private final DevOrTest purpose;
  private final String name;
  private final FileChannel lock;

  private DevDirectory(Path project, DevOrTest purpose, String name, FileChannel lock) {
    this.project = project;
    this.purpose = purpose;
    this.name = name;
    this.lock = lock;
  }

  /** The one place for dev mode; for tests the first that is free. */
  static DevDirectory take(Path project, DevOrTest purpose)
      throws IOException, InterruptedException {
    var deadline = Instant.now().plus(PATIENCE);
    do {
      for (int i = 1; i <= (purpose.keepsData() ? 1 : TEST_PLACES); i++) {
        var name = purpose.keepsData() ? "postgres" : "postgres-test-" + i;
        var lock = lock(project, name);
        if (lock != null) {
          return new DevDirectory(project, purpose, name, lock);
        }
      }
      Thread.sleep(200);
    } while (Instant.now().isBefore(deadline));
    throw new IllegalStateException(
        "The local PostgreSQL in %s is in use by another JVM. End that one, or name a database in QUARKUS_DATASOURCE_JDBC_URL."
            .formatted(project.resolve(".dev")));
  }

  private static @Nullable FileChannel lock(Path project, String name) throws IOException {
    var directory = Files.createDirectories(project.resolve(".dev"));
    var channel =
        FileChannel.open(
            directory.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // The channel stays open: POSIX systems drop the lock with any channel of this JVM on the
      // file.
      LOG.debugf(e, "%s is taken by this JVM", name);
      return null;
    }
    channel.close();
    return null;
  }

  String name() {
    return name;
  }

  DevOrTest purpose() {
    return purpose;
  }

  Path directory() {
    return project.resolve(".dev");
  }

  /** The data directory of an embedded server. */
  Path data() {
    return directory().resolve(name);
  }

  boolean hasEmbeddedData() {
    return purpose.keepsData() && Files.exists(data().resolve("PG_VERSION"));
  }

  /** Of the container and its volume; the hash keeps two copies of the project apart. */
  String containerName() {
    return "access-reviews-%s-%08x".formatted(name, project.toString().hashCode());
  }

  @Override
  public String toString() {
    return project.relativize(data()).toString();
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
