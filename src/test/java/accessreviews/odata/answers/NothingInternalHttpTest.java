package accessreviews.odata.answers;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Wire;
import accessreviews.testing.rows.ASeries;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nonsense of all kinds is refused, never a failure of the service, and no answer shows its inside.
 */
@QuarkusTest
class NothingInternalHttpTest extends HttpTest {
  private static final String INSIDE =
      "(?is).*(exception|accessreviews\\.|fasterxml|jakarta|hibernate|quarkus|vertx|java\\.|psql"
          + "|select |insert |update access|stack|\\tat |line: \\d|column: \\d).*";

  private static final String STAGE =
      "select id from access_review_stage where instance_id = ?::uuid";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%zz",
        "%",
        "%%%",
        "%00",
        "%0A%0D",
        "%FF%FE",
        "%C0%AF",
        "%u0041",
        "..%2F..%2Fetc%2Fpasswd",
        "'%20or%20'1'='1",
        "%3Cscript%3E",
        "$%7Bjndi:ldap://x%7D",
        "~",
        "*",
        "{id}",
        "[0]",
        "a|b",
        "%F0%9F%98%80",
        "00000000-0000-0000-0000-000000000000%00"
      })
  void junkInAPathLeadsNowhere(String junk) throws IOException {
    for (var path :
        new String[] {
          "/v1.0/" + junk,
          DEFINITIONS + "/" + junk,
          DEFINITIONS + "/" + junk + "/instances/" + junk,
          DEFINITIONS + "?$skip=" + junk,
          DEFINITIONS + "?$" + junk + "=1",
          "/" + junk
        }) {
      assertThat(Wire.get(path))
          .as(path)
          .matches("(?s)HTTP/1.1 (400 Bad Request|404 Not Found)\n.*")
          .doesNotMatch(INSIDE);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~
          null
          []
          7
          "text"
          {
          {}}
          {"displayName":"a","displayName":"b"}
          {"displayName":"\\u0000","scope":{},"settings":{}}
          {"displayName":"\\ud800","scope":{},"settings":{}}
          {"displayName":{"a":1},"scope":[],"settings":"x"}
          {"displayName":1e999999999}
          {"displayName":"a","scope":{"@odata.type":"#microsoft.graph.nothing"},"settings":{}}
          {"displayName":"a","scope":{"@odata.type":7},"settings":{}}
          {"displayName":"a","scope":{"query":"/groups"},"settings":{}}
          {"displayName":"a","scope":{"query":7},"settings":{}}
          {"displayName":"a","scope":7,"settings":7,"reviewers":7,"stageSettings":7}
          {"displayName":"a","settings":{"recurrence":{"pattern":{"type":"daily"}}}}
          {"displayName":"a","settings":{"recurrence":{"range":{"startDate":"tomorrow"}}}}
          {"displayName":"a","settings":{"instanceDurationInDays":1e400}}
          {"displayName":"a","settings":{"instanceDurationInDays":99999999999999999999}}
          {"displayName":"a","settings":{"recommendationLookBackDuration":"P"}}
          {"displayName":"a","settings":{"applyActions":[null]}}
          {"displayName":"a","settings":{"defaultDecision":7}}
          {"displayName":"a","reviewers":[null]}
          {"displayName":"a","reviewers":[{"query":null}]}
          {"displayName":"a","stageSettings":[{"stageId":1}]}
          {"displayName":"a","additionalNotificationRecipients":[{}]}
          """)
  void junkInABodyIsRefusedAndChangesNothing(String junk) {
    junkIsRefused(junk.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 400, 600, 1200, 5000})
  void deepNestingIsRefusedAndChangesNothing(int depth) {
    var nested = "{\"scope\":".repeat(depth) + "1" + "}".repeat(depth);
    junkIsRefused(nested.getBytes(StandardCharsets.UTF_8));
    junkIsRefused(
        ("{\"scope\":" + "[".repeat(depth) + "]".repeat(depth) + "}")
            .getBytes(StandardCharsets.UTF_8));
    junkIsRefused(
        ("{\"displayName\":\"a\",\"settings\":{},\"scope\":"
                + memberships().repeat(depth)
                + "{}"
                + "]}".repeat(depth)
                + "}")
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String memberships() {
    return "{\"@odata.type\":\"#microsoft.graph.principalResourceMembershipsScope\","
        + "\"principalScopes\":[";
  }

  @ParameterizedTest
  @ValueSource(ints = {1001, 100_000})
  void longNumbersAreRefusedAndChangeNothing(int digits) {
    var number = "9".repeat(digits);
    junkIsRefused(
        ("{\"displayName\":\"a\",\"settings\":{\"instanceDurationInDays\":" + number + "}}")
            .getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1"})
  void aBodyThatIsNotUtf8IsNoFailure(String charset) {
    junkIsRefused("{\"displayName\":\"\u00e4\"}".getBytes(Charset.forName(charset)));
  }

  /** Sent to every write of every resource; a merge may find nothing in it that it knows. */
  private void junkIsRefused(byte[] junk) {
    var series = created(ASeries.ofOneGroup().inStages(1).body());
    var definition = DEFINITIONS + "/" + series;
    var instance = definition + "/instances/" + series;
    var stage = instance + "/stages/" + rows.strings(STAGE, series).getFirst();

    changesNothing(
        () -> {
          assertThat(refused(sent(junk).post(DEFINITIONS)).statusCode()).isEqualTo(400);
          assertThat(refused(sent(junk).put(definition)).statusCode()).isEqualTo(400);
          assertThat(refused(sent(junk).put("/emulator/clock")).statusCode()).isEqualTo(400);
          return refused(sent(junk).post("/emulator/clock/advance")).then().statusCode(400);
        });
    for (var path : new String[] {definition, instance, stage}) {
      assertThat(refused(sent(junk).patch(path)).statusCode()).as(path).isIn(200, 204, 400);
    }
  }

  private static RequestSpecification sent(byte[] body) {
    return request().contentType("application/json").body(body);
  }

  private static Response refused(Response answer) {
    assertThat(answer.asString()).doesNotMatch(INSIDE);
    return answer;
  }
}
