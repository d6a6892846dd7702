package accessreviews.dev.postgres;

import java.time.Duration;

/**
 * The embedded PostgreSQL of tests that run without Quarkus: the one that Quarkus has in the same
 * JVM, throwaway, on a free port and in a directory that no other run uses.
 */
public final class EmbeddedForTests {
  public static final String USER = RunningPostgres.USER;
  public static final String PASSWORD = RunningPostgres.PASSWORD;

  private EmbeddedForTests() {}

  /**
   * Where its maintenance database is; the first call starts the server, its JVM's end stops it.
   */
  public static String url() {
    return LocalPostgres.forThe(DevOrTest.TEST, new DevDatabaseConfig(false, Duration.ZERO))
        .get()
        .url();
  }
}
