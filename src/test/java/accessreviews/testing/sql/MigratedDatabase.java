package accessreviews.testing.sql;

import accessreviews.dev.postgres.EmbeddedForTests;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A database with the schema of the service and no rows. Flyway migrates one template in each JVM;
 * every database is a copy of it.
 */
public final class MigratedDatabase implements AutoCloseable {
  private static final String TEMPLATE = "sql_test_template";
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable String template;

  private final String name;

  private MigratedDatabase(String name) {
    this.name = name;
  }

  /** A new one. */
  public static MigratedDatabase create() throws SQLException {
    var name = "sql_test_" + NUMBER.incrementAndGet();
    maintain("create database " + name + " template " + template());
    return new MigratedDatabase(name);
  }

  private static synchronized String template() throws SQLException {
    var migrated = template;
    if (migrated == null) {
      maintain("create database " + TEMPLATE);
      Flyway.configure()
          .dataSource(url(TEMPLATE), EmbeddedForTests.USER, EmbeddedForTests.PASSWORD)
          .locations("classpath:db/migration")
          .load()
          .migrate();
      migrated = TEMPLATE;
      template = migrated;
    }
    return migrated;
  }

  /** A new connection to it, which commits each statement. */
  public Connection connect() throws SQLException {
    return connect(url(name));
  }

  /** Drops it, whoever is connected. */
  @Override
  public void close() throws SQLException {
    maintain("drop database " + name + " with (force)");
  }

  private static void maintain(String sql) throws SQLException {
    try (var connection = connect(EmbeddedForTests.url());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, EmbeddedForTests.USER, EmbeddedForTests.PASSWORD);
  }

  private static String url(String database) {
    return EmbeddedForTests.url().replaceFirst("/[^/]*$", "/" + database);
  }
}
