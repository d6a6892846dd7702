package accessreviews.dev.postgres;

import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;

/** The first connection to a server that has just been started. */
final class FirstConnection {
  private FirstConnection() {}

  /** Waits until the server takes connections and answers with its version. */
  static String serverVersion(String url, Duration patience, BooleanSupplier stillRunning)
      throws SQLException, InterruptedException {
    var deadline = Instant.now().plus(patience);
    while (true) {
      try {
        return serverVersion(url);
      } catch (SQLException e) {
        if (Instant.now().isAfter(deadline) || !stillRunning.getAsBoolean()) {
          throw e;
        }
        Thread.sleep(100);
      }
    }
  }

  private static String serverVersion(String url) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", RunningPostgres.USER);
    properties.setProperty("password", RunningPostgres.PASSWORD);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "20");
    try (var connection = driver(url).connect(url, properties)) {
      // "17.10", or in Debian's builds "17.10 (Debian 17.10-1.pgdg13+1)"
      return connection.getMetaData().getDatabaseProductVersion().replaceFirst(" .*", "");
    }
  }

  /** Not from DriverManager: it knows the drivers of the first class loader that asked. */
  private static Driver driver(String url) throws SQLException {
    for (var driver : ServiceLoader.load(Driver.class, FirstConnection.class.getClassLoader())) {
      if (driver.acceptsURL(url)) {
        return driver;
      }
    }
    throw new SQLException("No driver for " + url);
  }
}
