package accessreviews.directory.files;

import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.platform.persistence.TimeLimits;
import accessreviews.scopes.ResourceKind;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Imports a file as a whole or not at all. Its lines are copied into a temporary table, and one
 * statement does the rest.
 */
@ApplicationScoped
class ImportFile {
  private static final Sql MAKE_OBJECTS = Sql.file("directory/files/make-objects");
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final int CHUNK = 32_768;
  private static final int MOST_SHOWN = 100;

  /** How often a file is tried that deadlocks with other writers. */
  private static final int RUNS = 5;

  private final AgroalDataSource database;
  private final InstantSource clock;

  ImportFile(AgroalDataSource database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Opens a file. */
  interface Opening {
    Lines open(InputStream file) throws IOException;
  }

  /**
   * What became of a file.
   *
   * @param lines how many it has
   * @param changed how many of them were not already there
   */
  record Outcome(long lines, long changed) {}

  /**
   * Takes {@code file}. A deadlock with another writer costs a run, not the file.
   *
   * @param right refuses a caller who may not change resources of a kind
   */
  Outcome take(ImportKind kind, Opening format, Upload file, Consumer<ResourceKind> right) {
    for (var run = 1; ; run++) {
      try {
        return takeOnce(kind, format, file, right);
      } catch (ImportFailed e) {
        if (!e.mayBeRunAgain() || run == RUNS) {
          throw e;
        }
      }
    }
  }

  private Outcome takeOnce(
      ImportKind kind, Opening format, Upload file, Consumer<ResourceKind> right) {
    return QuarkusTransaction.requiringNew()
        .timeout((int) LONGEST.toSeconds())
        .call(
            () -> {
              try (var connection = database.getConnection()) {
                return take(kind, format.open(file.open()), connection, right);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } catch (SQLException e) {
                throw new ImportFailed(e);
              }
            });
  }

  /** The database could not take the file. */
  private static final class ImportFailed extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** Serialization failure and deadlock. */
    private static final Set<String> OVERTAKEN = Set.of("40001", "40P01");

    private final @Nullable String state;

    ImportFailed(SQLException cause) {
      super(cause);
      this.state = cause.getSQLState();
    }

    boolean mayBeRunAgain() {
      return state != null && OVERTAKEN.contains(state);
    }
  }

  /** The same in the transaction of {@code connection}. */
  Outcome take(ImportKind kind, Lines lines, Connection connection, Consumer<ResourceKind> right)
      throws SQLException, IOException {
    run(connection, TimeLimits.OF_STEP);
    run(connection, BulkStatement.SETTINGS);
    run(
        connection,
        kind.columns().stream()
            .map(column -> column.column() + " " + column.check().type())
            .collect(
                Collectors.joining(
                    ", ",
                    "create temporary table directory_import (line bigint, ",
                    ") on commit drop")));
    copy(kind, lines, connection);
    run(connection, "analyze directory_import");
    run(connection, "lock table " + kind.locked() + " in share row exclusive mode");
    requireGood(kind, lines.read(), connection);
    if (kind.changesRoleAssignable(connection)) {
      right.accept(ResourceKind.ROLE_ASSIGNABLE_GROUP);
    }
    if (kind.objects().isPresent()) {
      update(MAKE_OBJECTS, Map.of("type", kind.objects().get()), connection);
    }
    var changed =
        update(kind.take(), Map.of("now", clock.instant().atOffset(ZoneOffset.UTC)), connection);
    if (changed >= BulkStatement.MANY) {
      run(connection, "analyze " + kind.changed());
    }
    return new Outcome(lines.read(), changed);
  }

  private static void copy(ImportKind kind, Lines lines, Connection connection)
      throws SQLException, IOException {
    var rejections = new Rejections();
    var line = new Line(kind.columns());
    var text = new StringBuilder(CHUNK * 2);
    var copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy directory_import from stdin");
    try {
      while (lines.next(line, rejections)) {
        if (line.check(rejections) && rejections.isEmpty()) {
          line.copyTo(text);
          if (text.length() >= CHUNK) {
            write(text, copy);
          }
        }
      }
      write(text, copy);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
    rejections.refuse(lines.read());
  }

  private static void write(StringBuilder text, CopyIn copy) throws SQLException {
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }

  private static void requireGood(ImportKind kind, long lines, Connection connection)
      throws SQLException {
    var rejections = new Rejections();
    try (var statement = kind.reject().prepare(connection, Map.of())) {
      statement.setFetchSize(MOST_SHOWN);
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          rejections.add(found.getLong(1), found.getString(2), found.getString(3));
        }
      }
    }
    rejections.refuse(lines);
  }

  private static long update(Sql sql, Map<String, Object> parameters, Connection connection)
      throws SQLException {
    try (var statement = sql.prepare(connection, parameters)) {
      return statement.executeLargeUpdate();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
