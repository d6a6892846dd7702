package accessreviews.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import accessreviews.decisions.report.ReportedRows;
import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of decisions as the columns of the history report, for callers who accept CSV. */
@Endpoint
@QuarkusTest
class DecisionsCsvHttpTest extends LifeHttpTest {
  private static final String OWN = "/filterByCurrentUser(on='reviewer')";

  @Test
  void aListIsARowForEachItem() {
    var instance = reviewed("ada", "bob");
    decide(instance.replaceFirst(".*/", ""), "ada", "Deny");

    assertThat(shown(request(), instance + "/decisions", "PrincipalName", "ReviewResult"))
        .containsExactly("ada Deny", "bob Not reviewed");
    assertThat(
            shown(
                request(), instance + "/decisions?$filter=decision%20eq%20'Deny'", "PrincipalName"))
        .containsExactly("ada");
    var answer = request().accept("text/csv").get(instance + "/decisions");
    assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"decisions.csv\"");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -,                              application/json
          */*,                            application/json
          application/json,               application/json
          'application/json, text/csv',   application/json
          'text/csv;q=0.5, application/json', application/json
          text/csv,                       text/csv
          'text/csv, */*;q=0.1',          text/csv
          text/*,                         text/csv
          """)
  void whoAcceptsMoreGetsJson(@Nullable String accepted, String type) {
    var path = reviewed("ada") + "/decisions";
    for (var list : List.of(path, path + OWN)) {
      var asked = accepted == null ? asBoss() : asBoss().header("Accept", accepted);
      asked.get(list).then().statusCode(200).contentType(startsWith(type));
    }
  }

  /** Who reviews, and may list all. */
  private static RequestSpecification asBoss() {
    return as(
        """
        {"oid":"%s","scp":"AccessReview.Read.All",
         "wids":["5d6b6bb7-de71-4623-b4af-96380a352509"]}"""
            .formatted(Organisation.id("boss")));
  }

  @Test
  void aReviewerGetsTheirOwnItems() {
    Organisation.users("ada", "bob", "anna", "bert");
    Organisation.manager("ada", "anna");
    Organisation.manager("bob", "bert");
    Organisation.group("staff", "ada", "bob");
    var series = start(reviewOf("staff", "./manager"));
    var path = instancePath(series, latest(series)) + "/decisions";

    assertThat(shown(as(claims("anna")), path + OWN, "PrincipalName")).containsExactly("ada");
    assertThat(shown(as(claims("bert")), path + OWN, "PrincipalName")).containsExactly("bob");
    assertThat(shown(as(claims("ada")), path + OWN, "PrincipalName")).isEmpty();
    as(claims("anna")).accept("text/csv").get(path).then().statusCode(403);
    as(claims("anna")).accept("application/json").get(path).then().statusCode(403);
  }

  @Test
  void stagesHaveRowsOfTheirOwn() {
    Organisation.users("ada", "one", "two");
    Organisation.group("staff", "ada");
    var series =
        start(
            reviewOf("staff").inStages(stage(1, 2, "", user("one")), stage(2, 2, "", user("two"))));
    var instance = latest(series);
    decide(instance, "ada", "Approve");
    advance("P2D");
    var path = instancePath(series, instance);
    var columns = new String[] {"Stage", "ReviewResult", "LastMultiStageDecision"};

    assertThat(shown(request(), path + "/decisions", columns))
        .containsExactly("1 Approve Approve", "2 Not reviewed Approve");
    assertThat(shown(request(), stagePath(series, instance, 0) + "/decisions", columns))
        .containsExactly("1 Approve Approve");
    assertThat(shown(as(claims("two")), path + "/decisions" + OWN, columns))
        .as("not what others said before")
        .containsExactly("2 Not reviewed Approve");
    assertThat(
            shown(as(claims("two")), stagePath(series, instance, 1) + "/decisions" + OWN, columns))
        .containsExactly("2 Not reviewed Approve");
    assertThat(shown(as(claims("one")), path + "/decisions" + OWN, columns)).isEmpty();
  }

  @Test
  void allPagesAreInOneFile() {
    var names = IntStream.range(0, 5).mapToObj(i -> "user" + i).toArray(String[]::new);
    var path = reviewed(names) + "/decisions";
    rows.insert(
        "access_review_decision_item",
        """
        select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(),
          'principal_id', gen_random_uuid()))).*
        from access_review_decision_item d, generate_series(1, 500)""");

    assertThat(shown(request(), path, "PrincipalId")).hasSize(5 * 501).doesNotHaveDuplicates();
  }

  @Test
  void refusalsAreJson() {
    var path = reviewed("ada") + "/decisions";

    for (var wrong : List.of("?$filter=x%20eq%20'y'", "?$top=1", "?$orderby=decision")) {
      request()
          .accept("text/csv")
          .get(path + wrong)
          .then()
          .statusCode(400)
          .contentType(startsWith("application/json"));
    }
    request()
        .accept("text/csv")
        .get(path.replaceFirst("[0-9a-f-]{36}/decisions", Organisation.id("x") + "/decisions"))
        .then()
        .statusCode(404);
    request().accept("text/html").get(path).then().statusCode(406);
  }

  /** The path of an instance of a review of {@code names} by the boss. */
  private static String reviewed(String... names) {
    Organisation.users(names);
    Organisation.users("boss");
    Organisation.group("staff", names);
    var series = start(reviewOf("staff", user("boss")));
    return instancePath(series, latest(series));
  }

  private static String claims(String name) {
    return Tokens.claims(Organisation.id(name), "AccessReview.Read.All");
  }

  private static List<String> shown(RequestSpecification as, String path, String... columns) {
    var answer = as.accept("text/csv").get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return ReportedRows.of(answer.asByteArray()).stream()
        .map(row -> Arrays.stream(columns).map(row::get).collect(Collectors.joining(" ")))
        .sorted()
        .toList();
  }
}
