package accessreviews.testing.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is stored, looked at and put there past the service, in SQL. */
public final class Rows {
  private static final String DEADLOCK = "40P01";

  private static final List<String> TABLES =
      List.of(
          "access_review_schedule_definition",
          "access_review_instance",
          "access_review_stage",
          "access_review_history_definition",
          "access_review_history_instance");

  private static final List<String> DECISIONS =
      List.of(
          "access_review_reviewer", "access_review_decision_item", "access_review_stage_decision");

  /** Built-in roles are always there, and say nothing. */
  private static final List<String> DIRECTORY =
      List.of(
          "directory_object",
          "directory_user",
          "directory_group",
          "directory_service_principal",
          "directory_group_member",
          "directory_owner",
          "directory_app_role_assignment",
          "(select * from directory_role_definition where not is_built_in)",
          "directory_role_assignment",
          "directory_role_eligibility",
          "directory_access_package_assignment",
          "directory_channel",
          "directory_channel_member");

  /** One statement: a test asks for it hundreds of times. */
  private static final String EVERYTHING =
      Stream.of(ordered(TABLES, "t.id"), ordered(DECISIONS, "1"), ordered(DIRECTORY, "1"))
          .flatMap(tables -> tables)
          .collect(Collectors.joining(" union all "));

  /** Adds those who are named among the reviewers in the last parameter. */
  private static final String CONTACTED =
      """
      insert into access_review_reviewer
        (instance_id, stage, user_id, listed, contacted, created_date_time)
      select distinct ?::uuid, %s, substring(reviewer ->> 'query' from '/users/(.*)')::uuid,
        'primary', true, ?::timestamptz
      from jsonb_array_elements(?::jsonb) reviewer
      where reviewer ->> 'query' like '%%/users/%%'""";

  /**
   * Nothing but the built-in roles, and real time, in one statement. To delete up to a thousand
   * rows takes 3 to 5 ms, to truncate tables 60 to 140 ms, however few rows they have.
   */
  private static final String EMPTY =
      """
      do $$ begin
        if exists (select from directory_object offset 1000)
            or exists (select from access_review_decision_item offset 1000) then
          truncate access_review_schedule_definition, directory_object cascade;
        else
          delete from access_review_schedule_definition;
          delete from directory_object;
        end if;
        perform pg_advisory_xact_lock(hashtext('access_reviews.evidence'));
        set local access_reviews.evidence = 'reset';
        if exists (select from evidence_entry offset 1000) then
          truncate evidence_unsequenced, evidence_entry, evidence_leaf, evidence_tile,
            evidence_checkpoint;
        else
          delete from evidence_unsequenced;
          delete from evidence_entry;
          delete from evidence_leaf;
          delete from evidence_tile;
          delete from evidence_checkpoint;
        end if;
        set local access_reviews.evidence = '';
        delete from directory_role_definition where not is_built_in;
        delete from access_review_history_definition;
        delete from notice;
        update emulator_clock set frozen_at = null;
        update access_review_policy set is_group_owner_management_enabled = false
        where is_group_owner_management_enabled;
      end $$""";

  private static Stream<String> ordered(List<String> tables, String order) {
    return tables.stream()
        .map(table -> "(select to_jsonb(t)::text from %s t order by %s)".formatted(table, order));
  }

  /** Something to do on a connection, which is not closed by it. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Lends a connection for as long as some work takes. */
  @FunctionalInterface
  public interface Connections {
    <T> T use(Work<T> work) throws SQLException;
  }

  private interface Executed<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private final Connections database;

  /** Those of the service that is tested. */
  public Rows() {
    this(Database::use);
  }

  /** Those of the database to which {@code connections} lead. */
  public Rows(Connections connections) {
    this.database = connections;
  }

  /** Every stored row as JSON, in a fixed order. */
  public List<String> everything() {
    return strings(EVERYTHING);
  }

  /** Empties the service. Whoever is at work meanwhile may be in its way, for a moment. */
  public void empty() {
    for (var attempt = 1; ; attempt++) {
      try {
        execute(EMPTY);
        return;
      } catch (IllegalStateException e) {
        if (attempt == 5
            || !(e.getCause() instanceof SQLException cause)
            || !DEADLOCK.equals(cause.getSQLState())) {
          throw e;
        }
      }
    }
  }

  /** The first column of what {@code sql} finds. */
  public List<String> strings(String sql, @Nullable Object... parameters) {
    return with(
        sql,
        parameters,
        statement -> {
          try (var found = statement.executeQuery()) {
            var column = new ArrayList<String>();
            while (found.next()) {
              column.add(found.getString(1));
            }
            return column;
          }
        });
  }

  /** Executes {@code sql}; answers how many rows it changed. */
  public int execute(String sql, @Nullable Object... parameters) {
    return with(sql, parameters, PreparedStatement::executeUpdate);
  }

  /**
   * Inserts the whole rows of {@code table} that {@code made} selects, without what the database
   * computes of them.
   */
  public void insert(String table, String made, @Nullable Object... parameters) {
    var columns =
        strings(
                """
                select string_agg(quote_ident(column_name), ', ')
                from information_schema.columns
                where table_schema = current_schema() and table_name = ? and is_generated = 'NEVER'""",
                table)
            .getFirst();
    execute(
        "insert into %1$s (%2$s) select %2$s from (%3$s) made".formatted(table, columns, made),
        parameters);
  }

  private <T> T with(String sql, @Nullable Object[] parameters, Executed<T> executed) {
    try {
      return database.use(
          connection -> {
            try (var statement = connection.prepareStatement(sql)) {
              bind(statement, parameters);
              return executed.on(statement);
            }
          });
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (var i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  /** A series with the given id, JSON members as stored, and nothing to start any more. */
  public void definition(String id, String scope, @Nullable String enumeration, String settings) {
    execute(
        """
        insert into access_review_schedule_definition
          (id, version, display_name, description_for_admins, description_for_reviewers,
           created_by, created_date_time, last_modified_date_time, status, scope,
           instance_enumeration_scope, reviewers, fallback_reviewers, settings, stage_settings,
           additional_notification_recipients, latest_occurrence, next_occurrence,
           next_start_date_time, kind)
        values (?::uuid, 0, 'Test world', null, null,
           '{"id":"00000000-0000-0000-0000-000000000000","displayName":null,"userPrincipalName":null}',
           '2020-09-01Z', '2020-09-01Z', 'InProgress', ?::jsonb, ?::jsonb, '[]', '[]', ?::jsonb,
           '[]', '[]', '2020-09-15', null, null, 'GROUP_OR_APP')
        """,
        id,
        scope,
        enumeration,
        settings);
  }

  /** An instance with the given ids, in the given status. */
  public void instance(
      String definition,
      String id,
      String status,
      Instant start,
      Instant end,
      String scope,
      String reviewers,
      String fallbackReviewers) {
    execute(
        """
        insert into access_review_instance
          (id, version, definition_id, occurrence, resource, start_date_time, end_date_time,
           status, scope, reviewers, fallback_reviewers, settings, stage_settings, errors,
           next_transition_at)
        values (?::uuid, 0, ?::uuid, '2021-12-14', ?, ?::timestamptz, ?::timestamptz,
          ?, ?::jsonb, ?::jsonb, ?::jsonb, '{}', '[]', '[]', ?::timestamptz)
        """,
        id,
        definition,
        "/seeded/" + id,
        start.toString(),
        end.toString(),
        status,
        scope,
        reviewers,
        fallbackReviewers,
        status.equals("InProgress") ? end.toString() : null);
    execute(CONTACTED.formatted("''"), id, start.toString(), reviewers);
  }

  /** A stage with the given ids, in the given status, after those that its instance has. */
  public void stage(
      String instance,
      String id,
      String status,
      Instant start,
      Instant end,
      String reviewers,
      String fallbackReviewers) {
    execute(
        """
        insert into access_review_stage
          (id, version, instance_id, stage_id, start_date_time, end_date_time, status, reviewers,
           fallback_reviewers)
        values (?::uuid, 0, ?::uuid,
          (select count(*) + 1 from access_review_stage where instance_id = ?::uuid)::text,
          ?::timestamptz, ?::timestamptz, ?, ?::jsonb, ?::jsonb)
        """,
        id,
        instance,
        instance,
        start.toString(),
        end.toString(),
        status,
        reviewers,
        fallbackReviewers);
    execute(
        CONTACTED.formatted("(select stage_id from access_review_stage where id = ?::uuid)"),
        instance,
        id,
        start.toString(),
        reviewers);
  }
}
