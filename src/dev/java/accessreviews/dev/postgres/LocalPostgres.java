package accessreviews.dev.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Decides where the PostgreSQL of dev mode and tests comes from, and starts it once in a JVM. */
final class LocalPostgres {
  private static final Logger LOG = Logger.getLogger(LocalPostgres.class);

  /**
   * The register of what runs is in the system properties: this class is loaded several times, by
   * each live reload and once more for continuous testing. The process id keeps child processes out
   * that inherit the properties.
   */
  private static final String REGISTER =
      "accessreviews.dev.postgres." + ProcessHandle.current().pid();

  private final DevOrTest purpose;
  private final DevDatabaseConfig config;

  private LocalPostgres(DevOrTest purpose, DevDatabaseConfig config) {
    this.purpose = purpose;
    this.config = config;
  }

  static Supplier<RunningPostgres> forThe(DevOrTest purpose, DevDatabaseConfig config) {
    return new LocalPostgres(purpose, config)::running;
  }

  private RunningPostgres running() {
    var urlKey = REGISTER + "." + purpose + ".url";
    var originKey = REGISTER + "." + purpose + ".origin";
    // An interned string is the same object for every class loader.
    synchronized (REGISTER.intern()) {
      var url = System.getProperty(urlKey);
      if (url != null) {
        return new RunningPostgres(url, System.getProperty(originKey, ""));
      }
      var started = start();
      System.setProperty(urlKey, started.url());
      System.setProperty(originKey, started.origin());
      return started;
    }
  }

  private RunningPostgres start() {
    try {
      var devDirectory = DevDirectory.take(Path.of("").toRealPath(), purpose);
      try {
        return start(devDirectory);
      } catch (IOException | SQLException | RuntimeException e) {
        devDirectory.close();
        throw e;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while PostgreSQL was to start", e);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(
          "No PostgreSQL could be started for %s: %s. QUARKUS_DATASOURCE_JDBC_URL can name one that runs."
              .formatted(purpose, e.getMessage()),
          e);
    }
  }

  private RunningPostgres start(DevDirectory devDirectory)
      throws IOException, SQLException, InterruptedException {
    var engine = new DockerEngine(config.pullTimeout());
    return switch (PostgresChoice.of(devDirectory, config, engine)) {
      case PostgresChoice.Container() -> {
        try {
          yield ContainerPostgres.start(devDirectory, engine);
        } catch (SQLException | RuntimeException e) {
          LOG.debug("The PostgreSQL container did not start", e);
          yield EmbeddedPostgres17.start(
              devDirectory, "the container did not start: " + firstLine(e));
        }
      }
      case PostgresChoice.Embedded(var because) -> EmbeddedPostgres17.start(devDirectory, because);
    };
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
