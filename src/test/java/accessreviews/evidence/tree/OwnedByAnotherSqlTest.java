package accessreviews.evidence.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import accessreviews.dev.postgres.EmbeddedForTests;
import accessreviews.testing.rows.Rows;
import accessreviews.testing.sql.SqlTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Flyway is one role and the service another, as docs/evidence-keys.md has it: the service adds to
 * the log, sequences it and runs its retention, and changes nothing in it.
 */
class OwnedByAnotherSqlTest extends SqlTest {
  private static final String DATABASE = "owned_by_another";
  private static final String PASSWORD = "secret";
  private static final String URL = EmbeddedForTests.url().replaceFirst("/[^/]*$", "/" + DATABASE);

  @BeforeAll
  static void twoRoles() throws SQLException {
    try (var connection = superuser(EmbeddedForTests.url())) {
      execute(connection, "create role evidence_owner login password 'secret'");
      execute(connection, "create role evidence_service login password 'secret'");
      execute(connection, "create database owned_by_another owner evidence_owner");
    }
    try (var connection = superuser(URL)) {
      execute(connection, "grant usage, create on schema public to evidence_owner");
      execute(
          connection,
          "alter default privileges for role evidence_owner"
              + " grant select, insert, update, delete, truncate on tables to evidence_service");
    }
    Flyway.configure()
        .dataSource(URL, "evidence_owner", PASSWORD)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  @AfterAll
  static void dropped() throws SQLException {
    try (var connection = superuser(EmbeddedForTests.url())) {
      execute(connection, "drop database owned_by_another with (force)");
      execute(connection, "drop role evidence_service");
      execute(connection, "drop role evidence_owner");
    }
  }

  @Test
  void theServiceWritesSequencesAndRetains() throws SQLException {
    try (var connection = service()) {
      connection.setAutoCommit(false);
      var stored = rowsOf(connection);
      Entries.write(300, stored);
      try (var session = session(connection)) {
        session.beginTransaction();
        assertThat(new SequenceStep(session).run()).isEqualTo(300);
      }
      assertThat(Entries.checkpoints(stored))
          .containsExactly("300 " + Entries.hex(PlainTree.root(Entries.leaves(stored))));
      assertThat(stored.strings("select evidence_delete_before('2026-01-05T00:00:03Z', 10)"))
          .containsExactly("2");
      assertThat(stored.execute("update emulator_clock set frozen_at = null")).isOne();
      connection.rollback();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update evidence_entry set entry = '{}'",
        "delete from evidence_entry",
        "truncate evidence_entry",
        "delete from evidence_leaf",
        "update evidence_tile set root = ''",
        "truncate evidence_checkpoint",
        "alter table evidence_entry disable trigger all",
        "drop table evidence_leaf",
        "create trigger mine after insert on evidence_entry"
            + " for each row execute function evidence_stays()"
      })
  void theServiceChangesNothing(String statement) throws SQLException {
    try (var connection = service()) {
      var stored = rowsOf(connection);
      stored.execute("set access_reviews.evidence = 'reset'");

      assertThatThrownBy(() -> stored.execute(statement))
          .hasStackTraceContaining(refusal(statement));
    }
  }

  private static String refusal(String statement) {
    return "ERROR: "
        + (statement.startsWith("alter") || statement.startsWith("drop")
            ? "must be owner of table "
            : "permission denied for table ")
        + statement.replaceFirst(".*?(evidence_[a-z]+).*", "$1");
  }

  private static Rows rowsOf(Connection connection) {
    return new Rows(
        new Rows.Connections() {
          @Override
          public <T> T use(Rows.Work<T> work) throws SQLException {
            return work.on(connection);
          }
        });
  }

  private static Connection service() throws SQLException {
    return DriverManager.getConnection(URL, "evidence_service", PASSWORD);
  }

  private static Connection superuser(String url) throws SQLException {
    return DriverManager.getConnection(url, EmbeddedForTests.USER, EmbeddedForTests.PASSWORD);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
