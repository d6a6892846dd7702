package accessreviews.odata.reads;

import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static accessreviews.testing.rows.Series.aSeries;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.Wire;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code $filter} finds in each list, and how many {@code …/$count} then counts. */
@QuarkusTest
class FilterHttpTest extends UpdateHttpTest {
  private static final String GUESTS =
      "/groups/" + Series.GROUP + "/members/microsoft.graph.user/?$filter=(userType eq 'Guest')";

  /** Series by their names: group (in progress), guests, all, role (all of them ended). */
  private void fourSeries() {
    created(aSeries().named("group").json());
    created(aSeries().named("guests").ofScope(GUESTS).json());
    created(
        aSeries()
            .named("all")
            .ofScope("./members")
            .enumerating("/groups?$filter=(groupTypes/any(c:c eq 'Unified'))")
            .json());
    created(
        aSeries()
            .named("role")
            .with(
                "scope",
                """
                {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope",
                 "principalScopes":[{"query":"/users"}],
                 "resourceScopes":[{"query":"/groups/02f3bafb-448c-487c-88c2-5fd65ce49a41"}]}""")
            .json());
    created(
        aSeries()
            .named("inactive")
            .with(
                "scope",
                """
                {"@odata.type":"#microsoft.graph.accessReviewInactiveUsersQueryScope",
                 "query":"/groups/02f3bafb-448c-487c-88c2-5fd65ce49a41/members"}""")
            .json());
    rows.execute(
        "update access_review_schedule_definition set status = 'Completed' where display_name <> 'group'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          status eq 'InProgress'                  | group
          status eq 'inprogress'                  | group
          Status EQ 'InProgress'                  | group
          'InProgress' eq status                  | group
          status ne 'InProgress'                  | guests all role inactive
          status eq 'Unheard'                     | ""
          status ne 'Unheard'                     | group guests all role inactive
          status eq null                          | ""
          status in ('InProgress','Applied')      | group
          status in ('Unheard')                   | ""
          not (status eq 'InProgress')            | guests all role inactive
          displayName eq 'guests'                 | guests
          DisplayName eq 'guests'                 | guests
          displayName eq 'Guests'                 | ""
          displayName eq 'g''; drop table x --'   | ""
          displayName eq 'group' or displayName eq 'all' | group all
          status eq 'Completed' and (displayName eq 'role' or displayName eq 'group') | role
          contains(scope/microsoft.graph.accessReviewQueryScope/query,'/groups') | group guests
          contains(scope/query, '/groups')        | group guests
          contains(scope/query,'/GROUPS/02F3')    | group guests
          contains(scope/query,'/v1.0/groups')    | group guests
          contains(scope/query,'$count=true')     | guests
          contains(scope/query,'userType eq ''Guest''') | guests
          contains(scope/query,'./members')       | all
          contains(scope/query,'')                | group guests all
          contains(scope/query,'%')               | ""
          contains(scope/query,'_')               | ""
          contains(scope/query,'\\')              | ""
          not contains(scope/query,'/groups')     | all
          id eq '00000000-0000-0000-0000-000000000000' | ""
          id eq 00000000-0000-0000-0000-000000000000 | ""
          id eq 'x'                               | ""
          """)
  void findsSeries(String filter, String names) {
    fourSeries();
    var expected = names.isEmpty() ? List.of() : List.of(names.split(" ", -1));
    for (var root : List.of(DEFINITIONS, DEFINITIONS.replace("v1.0", "beta"))) {
      var found = request().get(root + "?$filter=" + encoded(filter)).then().statusCode(200);
      assertThat(found.extract().jsonPath().getList("value.displayName"))
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(found.extract().jsonPath().getInt("'@odata.count'")).isEqualTo(expected.size());
      var count = request().get(root + "/$count?$filter=" + encoded(filter)).then().statusCode(200);
      assertThat(count.extract().asString()).isEqualTo(String.valueOf(expected.size()));
      assertThat(count.extract().contentType()).startsWith("text/plain");
    }
  }

  @Test
  void aHundredConditionsAreAnswered() {
    var hundred = String.join("%20or%20", Collections.nCopies(100, "displayName%20eq%20'x'"));
    request().get(DEFINITIONS + "?$filter=" + hundred).then().statusCode(200);
    var deep = "not%20(".repeat(15) + "status%20eq%20'Applied'" + ")".repeat(15);
    request().get(DEFINITIONS + "?$filter=" + deep).then().statusCode(200);
  }

  @Test
  void findsInstancesOfTheirSeriesAlone() {
    var open = anInstance().in(rows);
    var ended = anInstance().ofTheSeriesOf(open).inStatus("Completed").in(rows);
    anInstance().in(rows);
    rows.execute(
        "update access_review_instance set scope_query = '/v1.0/groups/x' where id = ?::uuid",
        ended.id());
    var list = open.path().replaceFirst("/[^/]+$", "");

    assertThat(ids(list, "status eq 'InProgress'")).containsExactly(open.id());
    assertThat(ids(list, "status in ('Completed','Applied')")).containsExactly(ended.id());
    assertThat(ids(list, "contains(scope/query,'groups/X')")).containsExactly(ended.id());
    assertThat(ids(list, "id eq '" + open.id() + "' or status eq 'Completed'"))
        .containsExactlyInAnyOrder(open.id(), ended.id());
    assertThat(request().get(list + "/$count").asString()).isEqualTo("2");
  }

  @Test
  void findsStagesOfTheirInstanceAlone() {
    var first = aStage().inStatus("Completed").in(rows);
    var second = aStage().of(first.instance()).in(rows);
    aStage().in(rows);
    var list = first.path().replaceFirst("/[^/]+$", "");

    assertThat(ids(list, "status eq 'InProgress'")).containsExactly(second.id());
    assertThat(ids(list, "status ne 'InProgress'")).containsExactly(first.id());
    assertThat(ids(list, "id eq " + second.id())).containsExactly(second.id());
    assertThat(
            request().get(list + "/$count?$filter=" + encoded("status eq 'Completed'")).asString())
        .isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          x eq 'a'                      | Could not find a property named 'x' on type 'microsoft.graph.accessReviewScheduleDefinition'.
          backupReviewers eq 'a'        | Could not find a property named 'backupReviewers' on type 'microsoft.graph.accessReviewScheduleDefinition'.
          displayName ne 'a'            | "The filter 'displayName' is not supported on type 'microsoft.graph.accessReviewScheduleDefinition'. Filterable are: id (eq), displayName (eq, startswith), status (eq, ne, in), contains(scope/microsoft.graph.accessReviewQueryScope/query,'…'), contains(scope/query,'…'); combined by and, or, not."
          displayName in ('a')          | The filter 'displayName' is not supported
          createdDateTime gt 2026-01-01 | The filter 'createdDateTime' is not supported
          status gt 'a'                 | The filter 'status' is not supported
          contains(displayName,'a')     | The filter 'displayName' is not supported
          contains(scope/query,1)       | The filter 'scope/query' is not supported
          contains(scope/microsoft.graph.accessReviewInactiveUsersQueryScope/query,'a') | The filter 'scope/microsoft.graph.accessReviewInactiveUsersQueryScope/query' is not supported
          startswith(status,'a')        | The filter 'startswith(status,'a')' is not supported
          status                        | The filter 'status' is not supported
          'a'                           | The filter ''a'' is not supported
          'a' eq 'b'                    | The filter ''a' eq 'b'' is not supported
          status eq displayName         | The filter 'status eq displayName' is not supported
          status in (displayName)       | The filter 'displayName' is not supported
          reviewers/any(r:r/query eq 'a') | The filter 'reviewers' is not supported
          (status eq 'a') eq true       | The filter 'status eq 'a' eq true' is not supported
          status eq                     | Invalid value for the query option '$filter': expected a property or a value at position 10, found the end.
          """)
  void anythingElseIsRefusedByWhatIsFilterable(String filter, String says) {
    for (var path : List.of(DEFINITIONS, DEFINITIONS + "/$count")) {
      assertRefused(
          Refusal.bad("invalidQueryOption", "$filter", says),
          () -> request().get(path + "?$filter=" + encoded(filter)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$filter=%00",
        "$filter=status%20eq%20'a%00'",
        "$filter=%ED%A0%80",
        "$filter='%F0%9F%98%80",
        "$skiptoken=%00",
        "$orderby=%00",
        "$select=%00",
        "$expand=%00",
        "$filter=",
        "$filter",
        "$orderby=",
        "$select=",
        "$expand="
      })
  void textThatIsNoneIsABadRequest(String query) {
    request().get(DEFINITIONS + "?" + query).then().statusCode(400);
  }

  private static List<String> ids(String list, String filter) {
    return request()
        .get(list + "?$filter=" + encoded(filter))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("value.id");
  }

  private static String encoded(String filter) {
    return URLEncoder.encode(filter, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$filter=%", "$filter=%zz", "$filter=status eq 'a|b'", "$filter=\"", "$filter={}",
            "$x=^`<>",
        "$filter=a;b", "$skiptoken=%e4", ";", "&&&", "=", "%"
      })
  void noTextAtAllIsAnErrorOfTheService(String query) throws IOException {
    assertThat(Wire.get(DEFINITIONS + "?" + query)).matches("(?s)HTTP/1.[01] (200|400) .*");
  }
}
