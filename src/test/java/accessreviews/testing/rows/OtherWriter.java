package accessreviews.testing.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Somebody else who writes at the same time, and whose transaction is open as long as we like. */
public final class OtherWriter implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Connection connection;

  private OtherWriter(Connection connection) {
    this.connection = connection;
  }

  /** Begins a transaction; it is rolled back unless it is committed before the end. */
  public static OtherWriter begin(AgroalDataSource database) throws SQLException {
    return begin(database.getConnection());
  }

  /** The same on {@code connection}, which is closed at the end. */
  public static OtherWriter begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    return new OtherWriter(connection);
  }

  /** Executes {@code sql}, whose one parameter is {@code id}. */
  public void execute(String sql, String id) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id);
      statement.execute();
    }
  }

  /** Keeps everybody else from {@code table}, readers too. */
  public void lock(String table) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("lock table " + table);
    }
  }

  /** Returns when somebody waits for this writer. */
  public void awaitRival() throws SQLException {
    var deadline = Instant.now().plus(PATIENCE);
    while (rivals() == 0) {
      assertThat(Instant.now()).as("nobody waits for the other writer").isBefore(deadline);
      Thread.onSpinWait();
    }
  }

  /** Ends those who wait for this writer, by {@code pg_terminate_backend} or the like. */
  public void endRivals(String function) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "select %s(pid) from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))"
              .formatted(function));
    }
  }

  /** How many wait for this writer. */
  public long rivals() throws SQLException {
    try (var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "select count(*) from pg_locks where not granted"
                    + " and pg_backend_pid() = any(pg_blocking_pids(pid))")) {
      found.next();
      return found.getLong(1);
    }
  }

  public void commit() throws SQLException {
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.close();
  }
}
