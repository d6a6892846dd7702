package accessreviews.odata.reads;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Tokens;
import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.Statements;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL answers what lists can be asked from an index, where there are enough rows. */
@InProcessOnly("looks at the statements that it sends")
@QuarkusTest
class IndexesHttpTest extends UpdateHttpTest {
  private static final String REVIEWER = "00000000-0000-4000-8000-0000000000e1";
  private static final String USER = Tokens.claims(REVIEWER, "AccessReview.Read.All");
  private static final String OF_ROLES_ONLY =
      "{\"oid\":\"%s\",\"scp\":\"AccessReview.Read.All\",\"wids\":[\"e8611ab8-c189-46e8-94e1-60213ab1f814\"]}"
          .formatted(REVIEWER);
  private static final String SERIES = "access_review_schedule_definition";
  private static final int MANY = 20_000;

  @Inject @PersistenceUnitExtension Statements statements;

  private final String first = UUID.randomUUID().toString();

  @BeforeEach
  void manyRows() {
    rows.definition(first, AnInstance.SCOPE, null, "{}");
    rows.execute(
        """
        insert into access_review_schedule_definition
          (id, version, display_name, created_by, created_date_time, last_modified_date_time,
           status, kind, scope, scope_query, reviewers, fallback_reviewers, settings,
           stage_settings, additional_notification_recipients)
        select gen_random_uuid(), 0, 'name ' || i, created_by,
          '2026-01-01Z'::timestamptz + make_interval(secs => i), last_modified_date_time,
          case when i % 1000 = 0 then 'Applying' else 'Completed' end,
          case when i % 500 = 0 then 'ENTRA_ROLE' else 'GROUP_OR_APP' end, scope,
          '/v1.0/groups/' || md5(i::text) || '/members', reviewers, fallback_reviewers, settings,
          stage_settings, additional_notification_recipients
        from access_review_schedule_definition d, generate_series(1, ?) i""",
        MANY);
    rows.execute(
        """
        insert into access_review_instance
          (id, version, definition_id, occurrence, resource, start_date_time, status, scope, scope_query,
           reviewers, fallback_reviewers, settings, stage_settings, errors)
        select gen_random_uuid(), 0, ?::uuid, '2026-01-01', i::text,
          '2026-01-01Z'::timestamptz + make_interval(secs => i),
          case when i % 1000 = 0 then 'Applying' else 'Completed' end, ?::jsonb,
          '/v1.0/groups/' || md5(i::text) || '/members', '[]', '[]', '{}', '[]', '[]'
        from generate_series(1, ?) i""",
        first, AnInstance.SCOPE, MANY);
    rows.execute(
        """
        insert into access_review_reviewer
          (instance_id, stage, user_id, listed, contacted, created_date_time)
        select id, '', case when resource::int % 1000 = 0 then ?::uuid else gen_random_uuid() end,
          'primary', true, start_date_time
        from access_review_instance where definition_id = ?::uuid""",
        REVIEWER, first);
    rows.execute("vacuum analyze access_review_reviewer");
    rows.execute("vacuum analyze access_review_schedule_definition");
    rows.execute("vacuum analyze access_review_instance");
  }

  @Test
  void seriesAreFoundAndOrderedByIndexes() {
    var page = "offset 0 rows fetch first 101 rows only";
    assertUses("_in_order", "$count=true", page);
    assertUses("_in_order", "$orderby=createdDateTime%20desc", page);
    assertUses(
        "_by_beginning",
        "$filter=startswith(displayName,'name%207')",
        page,
        "'name 7%'",
        "'name 7%'");
    assertUses("_by_name", "$orderby=displayName", page);
    assertUses("_by_name", "$orderby=displayName%20desc", page);
    assertUses("_by_status", "$orderby=status", page);
    assertUses("_by_status", "$orderby=status%20desc", page);
    assertUses("_by_", "$filter=displayName%20eq%20'name%207'", page, "'name 7'", "'name 7'");
    assertUses("_of_status_in_order", "$filter=status%20eq%20'Applying'", page, "'Applying'");
    assertUses(
        "_of_status_in_order",
        "$filter=status%20in%20('Applying','Applied')",
        page,
        "'Applying'",
        "'Applied'");
    assertUses(
        "_by_query", "$filter=contains(scope/query,'c4ca4238a0b9')", page, "'%c4ca4238a0b9%'");
  }

  @Test
  void aPageInTheMiddleBeginsInTheIndex() {
    for (var order :
        List.of(
            "$orderby=displayName",
            "$orderby=status%20desc",
            "$orderby=createdDateTime%20desc",
            "$filter=status%20eq%20'Completed'")) {
      var page = request().get(DEFINITIONS + "?$top=100&" + order).jsonPath();
      var answer = request().get(page.getString("'@odata.nextLink'"));
      var sql = statements.of(answer.header("request-id")).getFirst();
      var id = "'" + page.getString("value[99].id") + "'";
      var key =
          "'"
              + page.getString(
                  order.contains("Name")
                      ? "value[99].displayName"
                      : order.contains("status%20desc")
                          ? "value[99].status"
                          : "value[99].createdDateTime")
              + "'";
      var values =
          order.contains("filter") ? new String[] {"'Completed'", key, id} : new String[] {key, id};
      assertThat(plan(sql, "offset 0 rows fetch first 101 rows only", values))
          .as(sql)
          .contains("Index Cond: (ROW(")
          .doesNotContain("Seq Scan", "Sort");
    }
  }

  @Test
  void onesOwnReviewsComeFromIndexes() {
    var reviewer = "'" + REVIEWER + "'::uuid";
    for (var own : List.of("", "/" + first + "/instances")) {
      var answer = as(USER).get(DEFINITIONS + own + "/filterByCurrentUser(on='reviewer')");
      assertThat(answer.<Integer>path("'@odata.count'")).isEqualTo(own.isEmpty() ? 1 : MANY / 1000);
      var sql = statements.of(answer.header("request-id")).getFirst();
      var values =
          own.isEmpty() ? new String[] {reviewer} : new String[] {"'" + first + "'", reviewer};
      assertThat(plan(sql, "offset 0 rows fetch first 101 rows only", values))
          .as(sql)
          .contains("access_review_reviewer_by_user")
          .doesNotContain(
              "Seq Scan on access_review_instance", "Seq Scan on access_review_reviewer");
    }
  }

  @Test
  void whatARoleMayReadComesFromAnIndex() {
    var answer = as(OF_ROLES_ONLY).get(DEFINITIONS);
    var sql = statements.of(answer.header("request-id")).get(1);
    assertThat(
            plan(
                sql,
                "offset 0 rows fetch first 101 rows only",
                "'ENTRA_ROLE'",
                "'ROLE_ASSIGNABLE_GROUP'",
                "'" + REVIEWER + "'::uuid",
                "'GROUP_OR_APP'",
                "'ROLE_ASSIGNABLE_GROUP'"))
        .as(sql)
        .contains("access_review_schedule_definition_of_kind")
        .doesNotContain("Seq Scan");
  }

  @Test
  void whatAnOwnerMayReadComesFromIndexes() {
    rows.execute("update access_review_policy set is_group_owner_management_enabled = true");
    var group = "00000000-0000-4000-8000-0000000000b1";
    rows.execute(
        "update access_review_schedule_definition set group_id = ?::uuid where id = ?::uuid",
        group,
        first);
    rows.execute("insert into directory_object (id, type) values (?::uuid, 'group')", group);
    rows.execute("insert into directory_object (id, type) values (?::uuid, 'user')", REVIEWER);
    rows.execute("insert into directory_owner values (?::uuid, ?::uuid)", group, REVIEWER);

    var answer = as(USER).get(DEFINITIONS);

    assertThat(answer.jsonPath().getList("value.id")).containsExactly(first);
    assertThat(
            plan(
                statements.of(answer.header("request-id")).get(1),
                "offset 0 rows fetch first 101 rows only",
                "array['" + group + "']::uuid[]",
                "'GROUP_OR_APP'",
                "'" + REVIEWER + "'::uuid",
                "'GROUP_OR_APP'",
                "'ROLE_ASSIGNABLE_GROUP'"))
        .contains("access_review_schedule_definition_of_group")
        .doesNotContain("Seq Scan");
  }

  @Test
  void instancesAreFoundAndOrderedByIndexes() {
    var list = DEFINITIONS + "/" + first + "/instances?$top=100&";
    var page = "offset 0 rows fetch first 101 rows only";
    var series = "'" + first + "'";
    for (var order :
        List.of(
            "$orderby=startDateTime", "$orderby=status%20desc", "$orderby=endDateTime%20desc")) {
      var answer = request().get(list + order);
      var sql = statements.of(answer.header("request-id")).get(1);
      assertThat(plan(sql, page, series))
          .as(sql)
          .contains(
              order.contains("status")
                  ? "access_review_instance_by_status"
                  : order.contains("end")
                      ? "access_review_instance_by_end"
                      : "access_review_instance_in_order")
          .doesNotContain("Seq Scan", "Sort");
    }
    var filtered = request().get(list + "$filter=contains(scope/query,'c4ca4238a0b9')");
    assertThat(
            plan(
                statements.of(filtered.header("request-id")).get(1),
                page,
                series,
                "'%c4ca4238a0b9%'"))
        .contains("access_review_instance_by_query");
    var expanded = request().get(DEFINITIONS + "/" + first + "?$expand=instances");
    assertThat(expanded.statusCode()).isEqualTo(200);
    assertThat(plan(statements.of(expanded.header("request-id")).get(1), page, series))
        .contains("access_review_instance_in_order")
        .doesNotContain("Seq Scan on access_review_instance", "Seq Scan on access_review_reviewer");
  }

  private void assertUses(String index, String options, String page, String... values) {
    var answer = request().get(DEFINITIONS + "?$top=100&" + options);
    assertThat(answer.statusCode()).isEqualTo(200);
    var sql = statements.of(answer.header("request-id")).getFirst();
    assertThat(plan(sql, page, values)).as(sql).contains(SERIES + index).doesNotContain("Seq Scan");
  }

  private String plan(String sql, String page, String... values) {
    var text =
        sql.replace("offset ? rows fetch first ? rows only", page)
            .replace("fetch first ? rows only", "fetch first 1001 rows only"); // of an expansion
    for (var value : values) {
      text = text.replaceFirst("\\?", Matcher.quoteReplacement(value));
    }
    return String.join("\n", rows.strings("explain " + text));
  }
}
