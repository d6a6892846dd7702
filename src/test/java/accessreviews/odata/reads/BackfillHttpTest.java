package accessreviews.odata.reads;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.scopes.QueryScope;
import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The migration gives the rows that it finds the text which new rows get from the service. */
@InProcessOnly("migrates a database of its own")
@QuarkusTest
class BackfillHttpTest extends UpdateHttpTest {
  private static final String GUESTS = "microsoft.graph.user/?$filter=(userType eq 'Guest')";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/groups/1/members",
        " groups/1/members ",
        "/beta/groups/1/members",
        "V1.0/groups/1/members",
        "./members",
        "./members/" + GUESTS,
        "/groups/1/members/" + GUESTS,
        "/groups/1/members/?$count=true&$filter=(userType eq 'Guest')",
        "/groups/1/members/?$filter=userType+eq+'Guest'",
        "roleManagement/directory/roleDefinitions/1",
        "/roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(isof(principal,'microsoft.graph.user') and roleDefinitionId eq '1')"
      })
  void aQueryReadsBackInSqlAsInTheService(String query) throws IOException {
    var expected = new QueryScope(query, "MicrosoftGraph", null).searchedQuery().orElseThrow();

    assertThat(rows.strings("select " + expression() + " from (select ? as sent) s", query))
        .containsExactly(expected);
  }

  /** The expression of the migration, on {@code sent} instead of a scope. */
  private static String expression() throws IOException {
    var resource = "/db/migration/V20261122.0400__query_options.sql";
    try (var stream =
        Objects.requireNonNull(BackfillHttpTest.class.getResourceAsStream(resource))) {
      var sql = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      var body = Pattern.compile("as \\$\\$(.*?)\\$\\$", Pattern.DOTALL).matcher(sql);
      assertThat(body.find()).isTrue();
      return "(" + body.group(1).replace("scope ->> 'query'", "s.sent") + ")";
    }
  }
}
