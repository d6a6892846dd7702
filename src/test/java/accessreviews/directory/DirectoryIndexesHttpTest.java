package accessreviews.directory;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.Statements;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL answers what the directory can be asked from an index, where there is a lot of it. */
@InProcessOnly("looks at the statements that it sends")
@QuarkusTest
class DirectoryIndexesHttpTest extends DirectoryHttpTest {
  private static final int MANY = 20_000;
  private static final String PAGE = "offset 0 rows fetch first 101 rows only";
  private static final String SOME = "'Guest 7'";

  @Inject @PersistenceUnitExtension Statements statements;

  private String large = "";

  @BeforeEach
  void manyObjects() {
    large = group("Large");
    rows.execute(
        """
        with ids as (select gen_random_uuid() id, i from generate_series(1, ?::int) i),
        objects as (insert into directory_object select id, 'user' from ids),
        members as (insert into directory_group_member select ?::uuid, id, 'user' from ids)
        insert into directory_user (id, version, display_name, user_principal_name, user_type,
          account_enabled, created_date_time)
        select id, 0, 'Guest ' || i, 'u' || i || '@contoso.com',
          case when i % 100 = 0 then 'Guest' else 'Member' end, i % 100 <> 1, now() from ids""",
        MANY, large);
    rows.execute(
        """
        with ids as (select gen_random_uuid() id, i from generate_series(1, ?::int) i),
        objects as (insert into directory_object select id, 'group' from ids)
        insert into directory_group select id, 0, 'Group ' || i, null, null, false, null, true,
          case when i % 1000 = 0 then '{Unified}'::text[] else '{}' end, '{}', false, null, now() from ids""",
        MANY);
    for (var table :
        new String[] {
          "directory_object", "directory_user", "directory_group", "directory_group_member"
        }) {
      rows.execute("vacuum analyze " + table);
    }
  }

  @Test
  void usersAndGroupsAreFoundAndOrderedByIndexes() {
    assertUses("directory_user_by_name", "/users?$count=true", 0);
    assertUses("directory_user_by_name", "/users?$orderby=displayName%20desc", 0);
    assertUses(
        "directory_user_by_name", "/users?$filter=displayName%20eq%20'Guest%207'", 0, SOME, SOME);
    assertUses("directory_user_principal_name_once", "/users?$orderby=userPrincipalName", 0);
    assertUses(
        "directory_user_principal_name_once",
        "/users?$filter=userPrincipalName%20eq%20'U7@contoso.com'",
        0,
        "'u7@contoso.com'");
    assertUses(
        "directory_user_of_type_by_name", "/users?$filter=userType%20eq%20'Guest'", 0, "'Guest'");
    assertUses(
        "directory_user_of_enabled_by_name",
        "/users?$filter=accountEnabled%20eq%20false",
        0,
        "false");
    assertUses("directory_group_by_name", "/groups?$count=true", 0);
    assertUses(
        "directory_group_by_types",
        "/groups?$filter=groupTypes/any(c:c%20eq%20'Unified')",
        0,
        "'Unified'");
  }

  @Test
  void membersArePagedByIndexes() {
    var group = "'" + large + "'";
    var path = "/groups/" + large + "/";
    assertUses("directory_group_member_", path + "members?$count=true", 1, group);
    assertUses("directory_group_member_", path + "transitiveMembers?$count=true", 1, group);
    assertUses(
        "directory_user_of_type_by_name",
        path + "members/microsoft.graph.user?$filter=userType%20eq%20'Guest'",
        1,
        group,
        "'Guest'");
  }

  private void assertUses(String index, String path, int statement, String... values) {
    var answer = get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    var sql = statements.of(answer.header("request-id")).get(statement);
    var text = sql.replace("offset ? rows fetch first ? rows only", PAGE);
    for (var value : values) {
      text = text.replaceFirst("\\?", Matcher.quoteReplacement(value));
    }
    assertThat(String.join("\n", rows.strings("explain " + text)))
        .as(sql)
        .contains(index)
        // there are no applications: an empty table has no better plan
        .doesNotContainPattern("Seq Scan on directory_(?!service_principal )");
  }
}
