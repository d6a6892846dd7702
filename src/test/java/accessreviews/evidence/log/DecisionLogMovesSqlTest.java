package accessreviews.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.dev.postgres.EmbeddedForTests;
import accessreviews.testing.rows.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The decision log of an earlier version becomes the beginning of the evidence log. */
class DecisionLogMovesSqlTest {
  private static final String DATABASE = "decision_log_moves";
  private static final String URL = EmbeddedForTests.url().replaceFirst("/[^/]*$", "/" + DATABASE);
  private static final String OLD_LINES =
      """
      insert into access_review_decision_log
        (definition_id, instance_id, stage, item_id, principal_id, resource_id, at, actor,
         acting_as, call, call_size, decision_before, decision, justification)
      select '00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-00000000000b',
        case when i = 2 then '1' else '' end, '00000000-0000-0000-0000-00000000000c',
        '00000000-0000-0000-0000-00000000000d', '00000000-0000-0000-0000-00000000000e',
        timestamptz '2026-01-05T09:00:00.5Z' - make_interval(secs => i),
        '{"userPrincipalName": null, "displayName": "Zoë", "id": "zoe"}', 'primary', 'batch', 3,
        'NotReviewed', 'Deny', case when i = 3 then repeat('x', 70000) else E'two\\nlines' end
      from generate_series(1, 3) i""";

  @Test
  void inItsOrderAndAsEntriesOfTodaysForm() throws SQLException {
    maintain("create database " + DATABASE);
    try (var connection = connect(URL)) {
      flyway("20261129.1610").migrate();
      var rows = new Rows(new OneConnection(connection));
      rows.execute(OLD_LINES);

      flyway("latest").migrate();

      assertThat(rows.strings("select id from evidence_entry e order by id"))
          .isEqualTo(rows.strings("select entry_id from evidence_unsequenced order by 1"))
          .hasSize(3);
      assertThat(
              rows.strings(
                  "select length(entry::jsonb ->> 'justification') from evidence_entry order by id"))
          .containsExactly("9", "9", "4000");
      assertThat(rows.strings("select entry from evidence_entry order by id limit 2"))
          .containsExactly(
              entry("2026-01-05T08:59:59.500Z", "null"),
              entry("2026-01-05T08:59:58.500Z", "\"1\""));
      assertThat(
              rows.strings(
                  "select relname from pg_class where relname = 'access_review_decision_log'"))
          .isEmpty();
    } finally {
      maintain("drop database " + DATABASE + " with (force)");
    }
  }

  private static String entry(String at, String stage) {
    return """
    {"type":"decision","at":"%s","actor":{"id":"zoe","displayName":"Zoë","userPrincipalName":null},\
    "definitionId":"00000000-0000-0000-0000-00000000000a","instanceId":"00000000-0000-0000-0000-00000000000b",\
    "stageId":%s,"itemId":"00000000-0000-0000-0000-00000000000c","principalId":"00000000-0000-0000-0000-00000000000d",\
    "resourceId":"00000000-0000-0000-0000-00000000000e","before":"NotReviewed","decision":"Deny",\
    "justification":"two\\nlines","recommendation":null,"actingAs":"primary","call":"batch","callSize":3}"""
        .formatted(at, stage);
  }

  private static Flyway flyway(String target) {
    return Flyway.configure()
        .dataSource(URL, EmbeddedForTests.USER, EmbeddedForTests.PASSWORD)
        .locations("classpath:db/migration")
        .target(target)
        // views and functions of today need columns of today
        .repeatableSqlMigrationPrefix(target.equals("latest") ? "R" : "none")
        .load();
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

  private record OneConnection(Connection connection) implements Rows.Connections {
    @Override
    public <T> T use(Rows.Work<T> work) throws SQLException {
      return work.on(connection);
    }
  }
}
