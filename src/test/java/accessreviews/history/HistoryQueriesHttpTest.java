package accessreviews.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The query options of definitions and their reports, and other spellings of their paths. */
@QuarkusTest
class HistoryQueriesHttpTest extends HistoryHttpTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          displayName eq 'B'                 | B
          startswith(displayName,'B')        | B,Bb
          status eq 'requested'              | A
          status eq 'Done'                   | B,Bb
          status ne 'done'                   | A
          status in ('done','inProgress')    | B,Bb
          status eq 'inProgress'             |
          """)
  void definitionsAreFiltered(String filter, String names) {
    made(named("B"));
    made(named("Bb"));
    rows.execute(
        "update access_review_history_definition set status = 'requested' where id = ?::uuid",
        made(named("A")));

    var found =
        request().get(HISTORY + "?$orderby=displayName&$filter=" + filter.replace(" ", "%20"));

    assertThat(String.join(",", found.jsonPath().<String>getList("value.displayName")))
        .isEqualTo(names == null ? "" : names);
    assertThat(request().get(HISTORY + "/$count?$filter=" + filter.replace(" ", "%20")).asString())
        .isEqualTo(found.jsonPath().getString("'@odata.count'"));
  }

  @Test
  void aPageLeadsToTheNext() {
    for (var name : List.of("A", "B", "C", "D", "E")) {
      ordered(named(name));
    }
    var names = new ArrayList<String>();
    var next = HISTORY + "?$top=2&$orderby=displayName";
    while (next != null) {
      var page = request().get(next).then().statusCode(200).extract().jsonPath();
      names.addAll(page.<String>getList("value.displayName"));
      assertThat(page.getInt("'@odata.count'")).isEqualTo(5);
      next = page.getString("'@odata.nextLink'");
    }

    assertThat(names).containsExactly("A", "B", "C", "D", "E");
    request()
        .get(HISTORY + "?$skip=4&$orderby=displayName")
        .then()
        .body("value.displayName", is(List.of("E")));
  }

  @Test
  void reportsAreExpandedAndMembersSelected() {
    var id = made(named("A"));

    request()
        .get(HISTORY + "?$expand=instances($select=status)&$select=displayName")
        .then()
        .statusCode(200)
        .body("value", hasSize(1))
        .body("value[0].displayName", is("A"))
        .body("value[0]", not(hasKey("status")))
        .body("value[0].instances.status", is(List.of("done")));
    request()
        .get(HISTORY + "/" + id + "?$expand=instances")
        .then()
        .body("instances.id", is(List.of(id)));
    request()
        .get(
            reports(id) + "?$filter=status eq 'done'&$orderby=runDateTime desc".replace(" ", "%20"))
        .then()
        .body("value.id", is(List.of(id)));
    assertThat(request().get(reports(id) + "/$count").asString()).isEqualTo("1");
  }

  @Test
  void pathsHaveAllSpellings() {
    var id = made(named("A"));
    var root = "/beta/identityGovernance/accessReviews/historydefinitions('" + id + "')/";

    request().get(root).then().statusCode(200).body("id", is(id));
    request().get(root + "Instances('" + id + "')").then().statusCode(200);
    request()
        .post(root + "instances/" + id + "/microsoft.graph.generateDownloadUri")
        .then()
        .statusCode(200);
    request().get(reports(id) + "/x").then().statusCode(404);
    request().get(HISTORY + "/x").then().statusCode(404);
    request().get(HISTORY + "?$search=x").then().statusCode(400);
    request().get(HISTORY + "/" + id + "/reports").then().statusCode(400);
  }

  private static String named(String name) {
    return report("", OF_GROUPS).replace("\"Report\"", "\"" + name + "\"");
  }
}
