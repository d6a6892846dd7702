package accessreviews.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.decisions.report.ReportedRows;
import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reports about a small organisation. */
abstract class HistoryHttpTest extends LifeHttpTest {
  static final String HISTORY = "/v1.0/identityGovernance/accessReviews/historyDefinitions";

  /** All reviews of groups. */
  static final String OF_GROUPS = scope("/groups");

  static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";
  static final String SECURITY_READER = "5d6b6bb7-de71-4623-b4af-96380a352509";
  static final String GLOBAL_READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
  static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
  static final String PRIVILEGED_ROLE_ADMINISTRATOR = "e8611ab8-c189-46e8-94e1-60213ab1f814";

  static String scope(String text) {
    return """
    {"@odata.type":"#microsoft.graph.accessReviewQueryScope","queryType":"MicrosoftGraph",
     "query":"/identityGovernance/accessReviews/definitions?$filter=contains(scope/query, '%s')"}"""
        .formatted(text);
  }

  /** The body that asks for one report about {@code scopes} of all time, with further members. */
  static String report(String members, String... scopes) {
    return """
    {"displayName":"Report","reviewHistoryPeriodStartDateTime":"2025-01-01T00:00:00Z",
     "reviewHistoryPeriodEndDateTime":"9999-12-31T00:00:00Z","scopes":[%s]%s}"""
        .formatted(String.join(",", scopes), members);
  }

  /** A user with one directory role. */
  static String user(String name, String role) {
    return """
    {"oid":"%s","name":"%s","scp":"AccessReview.ReadWrite.All","wids":["%s"]}"""
        .formatted(Organisation.id(name), name, role);
  }

  /** The id of the report that {@code body} asks for. */
  static String ordered(String body) {
    return json(body).post(HISTORY).then().statusCode(201).extract().path("id");
  }

  /** The id of a report that has been made. */
  static String made(String body) {
    var id = ordered(body);
    advance("PT0S");
    return id;
  }

  static String reports(String id) {
    return HISTORY + "/" + id + "/instances";
  }

  /** The report of a definition that has one. */
  static JsonPath only(String id) {
    var found = request().get(reports(id)).then().statusCode(200).extract().jsonPath();
    assertThat(found.getList("value")).hasSize(1);
    return found.setRootPath("value[0]");
  }

  /** A new link to the report {@code instance}. */
  static String link(String id, String instance) {
    return request()
        .post(reports(id) + "/" + instance + "/generateDownloadUri")
        .then()
        .statusCode(200)
        .extract()
        .path("downloadUri");
  }

  /** The answer to a link, without a token. */
  static Response fetched(String link) {
    return RestAssured.given().urlEncodingEnabled(false).get(link);
  }

  /** The rows of a report that has been made, by the link to it. */
  static List<Map<String, String>> rows(String id, String instance) {
    var answer = fetched(link(id, instance));
    assertThat(answer.statusCode()).isEqualTo(200);
    return ReportedRows.of(answer.asByteArray());
  }

  /** Some columns of the rows of a report, with a blank between. */
  static List<String> shown(String id, String... columns) {
    return rows(id, id).stream()
        .map(row -> Arrays.stream(columns).map(row::get).collect(Collectors.joining(" ")))
        .sorted()
        .toList();
  }

  /** The group {@code staff} with Ada and Bob, whom the boss reviews. */
  static void staff() {
    Organisation.users("ada", "bob", "boss");
    Organisation.group("staff", "ada", "bob");
  }

  static String repeated(String text, int times) {
    return IntStream.range(0, times).mapToObj(i -> text).collect(Collectors.joining(","));
  }

  static String text(Response answer) {
    return new String(answer.asByteArray(), UTF_8);
  }
}
