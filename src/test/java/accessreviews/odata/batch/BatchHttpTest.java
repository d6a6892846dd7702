package accessreviews.odata.batch;

import static accessreviews.testing.rows.Series.aSeries;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Threads;
import accessreviews.testing.lanes.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many requests in one: each is answered as if it had come by itself. */
@Endpoint
@QuarkusTest
class BatchHttpTest extends HttpTest {
  static final String SET = "identityGovernance/accessReviews/definitions";
  private static final String JSON = "\"headers\":{\"Content-Type\":\"application/json\"}";

  @Test
  void everyRequestHasItsOwnAnswer() {
    var id = created(aSeries().json());
    var answers =
        batch(
            "v1.0",
            get("a", "/" + SET + "/" + id),
            get("b", SET),
            write("c", "PATCH", SET + "/" + id, "{\"descriptionForAdmins\":\"\\ud83d\\ude00\"}"),
            write("d", "POST", "/" + SET, aSeries().named("Another").json()),
            get("e", "/" + SET + "/1"),
            get("f", "/nothing"),
            "{\"id\":\"g\",\"method\":\"DELETE\",\"url\":\"/" + SET + "\"}",
            write("h", "post", SET, "{\"scope\":{}}"));

    assertThat(answers.getList("responses.id"))
        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
    assertThat(answers.getList("responses.status"))
        .containsExactly(200, 200, 204, 201, 404, 400, 405, 400);
    assertThat(answers.getString("responses[0].body.id")).isEqualTo(id);
    assertThat(answers.getString("responses[0].headers.ETag")).startsWith("W/");
    assertThat(answers.getString("responses[0].headers.OData-Version")).isEqualTo("4.0");
    assertThat(answers.getString("responses[0].headers.Content-Type"))
        .startsWith("application/json;odata.metadata=minimal");
    assertThat(answers.getMap("responses[2]")).containsOnlyKeys("id", "status", "headers");
    assertThat(answers.getString("responses[3].body.displayName")).isEqualTo("Another");
    assertThat(answers.getString("responses[3].headers.Location"))
        .endsWith("/v1.0/" + SET + "/" + answers.getString("responses[3].body.id"));
    assertThat(answers.getString("responses[4].body.error.code")).isEqualTo("ResourceNotFound");
    assertThat(answers.getString("responses[5].body.error.message"))
        .isEqualTo("Resource not found for the segment 'nothing'.");
    assertThat(answers.getString("responses[7].body.error.target")).isEqualTo("scope.query");
    request().get(DEFINITIONS + "/" + id).then().body("descriptionForAdmins", is("\ud83d\ude00"));
  }

  @Test
  void urlsAreTakenAsCallersWriteThem() {
    created(aSeries().json());
    created(aSeries().json());
    var answers =
        batch(
            "beta",
            get("1", "/" + SET + "?$top=1&$skip=0"),
            get("2", SET + "?note=two words, \\\"quoted\\\" \\u00e4#part"),
            get("3", "/IdentityGovernance/AccessReviews/Definitions/"),
            get("4", "/" + SET + "('1')"),
            get("5", "/beta/" + SET),
            get("6", "/" + SET + "?$search=x y"));

    assertThat(answers.getList("responses.status")).containsExactly(200, 200, 200, 404, 400, 400);
    assertThat(answers.getList("responses[0].body.value")).hasSize(1);
    assertThat(answers.getList("responses[1].body.value")).hasSize(2);
    assertThat(answers.getString("responses[2].body.'@odata.context'"))
        .contains("/beta/$metadata#");
    assertThat(answers.getString("responses[4].body.error.message"))
        .isEqualTo("Resource not found for the segment 'beta'.");
  }

  @Test
  void aRequestComesAfterThoseItDependsOn() {
    var id = created(aSeries().json());
    var path = SET + "/" + id;
    var answers =
        batch(
            "v1.0",
            after("3", "2", "GET", path, ""),
            after("2", "1", "PATCH", path, ",\"body\":{\"displayName\":\"Second\"}"),
            write("1", "PATCH", path, "{\"displayName\":\"First\"}"),
            after("4", "3", "PATCH", path, ",\"body\":{\"displayName\":\"Fourth\"}"),
            after("5", "4\",\"3", "GET", path, ""));

    assertThat(answers.getList("responses.status")).containsExactly(200, 204, 204, 204, 200);
    assertThat(answers.getString("responses[0].body.displayName")).isEqualTo("Second");
    assertThat(answers.getString("responses[4].body.displayName")).isEqualTo("Fourth");
  }

  @Test
  void whatDependsOnAFailedRequestIsNotMade() {
    var id = created(aSeries().json());
    var path = SET + "/" + id;
    var answers =
        batch(
            "v1.0",
            write("first", "PATCH", path, "{\"displayName\":7}"),
            after("second", "FIRST", "PATCH", path, ",\"body\":{\"displayName\":\"x\"}"),
            after("third", "second", "DELETE", path, ""),
            get("other", path));

    assertThat(answers.getList("responses.status")).containsExactly(400, 424, 424, 200);
    assertThat(answers.getString("responses[1].body.error.code")).isEqualTo("FailedDependency");
    assertThat(answers.getString("responses[1].body.error.innerError.code"))
        .isEqualTo("dependencyFailed");
    assertThat(answers.getString("responses[1].headers.Content-Type"))
        .isEqualTo("application/json");
    request().get(DEFINITIONS + "/" + id).then().body("displayName", is("Test create"));
  }

  @Test
  void headersOfARequestCountForItAlone() {
    var id = created(aSeries().json());
    var answers =
        batch(
            "v1.0",
            "{\"id\":\"1\",\"method\":\"DELETE\",\"url\":\""
                + SET
                + "/"
                + id
                + "\",\"headers\":{\"if-match\":\"W/\\\"99\\\"\"}}",
            "{\"id\":\"2\",\"method\":\"GET\",\"url\":\""
                + SET
                + "\",\"headers\":{\"Accept\":\"text/html\"}}",
            "{\"id\":\"3\",\"method\":\"POST\",\"url\":\""
                + SET
                + "\",\"headers\":{\"Content-Type\":\"text/plain\"},\"body\":\"text\"}",
            "{\"id\":\"4\",\"method\":\"POST\",\"url\":\""
                + SET
                + "\",\"headers\":{\"Content-Type\":\"image/png\"},\"body\":\"AAEC_-\"}",
            "{\"id\":\"5\",\"method\":\"POST\",\"url\":\""
                + SET
                + "\",\"headers\":{\"Content-Length\":\"7\",\"Transfer-Encoding\":\"chunked\","
                + "\"Expect\":\"100-continue\",\"Connection\":\"close\"}}",
            write("6", "POST", SET, "{\"displayName\":\"\\ud800\"}"),
            write("7", "POST", SET, "[1e999999]"),
            get("8", "/" + SET + "?" + "x".repeat(16_384)),
            get("9", "/" + SET + "?" + "x".repeat(70_000)),
            get("10", "/" + SET + "/filterByCurrentUser(on=" + " ".repeat(300_000) + "'x)"));

    assertThat(answers.getList("responses.status"))
        .startsWith(412, 406, 400, 400, 400, 400, 400)
        .endsWith(414, 414, 414);
    assertThat(answers.getString("responses[9].body.error.message")).contains("16384 characters");
    assertThat(answers.getString("responses[2].body.error.message"))
        .isEqualTo("Entity only allows writes with a JSON Content-Type header.");
    assertThat(answers.getString("responses[5].body.error.target")).isEqualTo("displayName");
    request().get(DEFINITIONS + "/" + id).then().statusCode(200);
  }

  /** More at once than there are threads or database connections, and nobody waits for ever. */
  @Test
  void manyBatchesAtOnceAreAllAnswered() throws Exception {
    var id = created(aSeries().json());
    var requests =
        IntStream.range(0, 20)
            .mapToObj(i -> get("" + i, SET + (i % 2 == 0 ? "" : "/" + id)))
            .toArray(String[]::new);

    var answers = Threads.atOnce(64, () -> batch("v1.0", requests));

    assertThat(answers)
        .allSatisfy(
            one ->
                assertThat(one.<Integer>getList("responses.status")).hasSize(20).containsOnly(200));
  }

  /** However fast an answer comes, somebody listens for it. */
  @Test
  void manyBatchesOneAfterAnotherAreAllAnswered() {
    for (var i = 0; i < 150; i++) {
      var answers =
          batch("v1.0", get("1", "/nothing"), get("2", "/nothing"), get("3", "/" + SET + "/1"));
      assertThat(answers.getList("responses.status")).containsExactly(400, 400, 404);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20})
  void aBatchHasUpTo20Requests(int number) {
    var answers =
        batch(
            "v1.0",
            IntStream.range(0, number)
                .mapToObj(i -> write("r" + i, "POST", SET, aSeries().named("n" + i).json()))
                .toArray(String[]::new));

    assertThat(answers.<Integer>getList("responses.status")).hasSize(number).containsOnly(201);
    assertThat(request().get(DEFINITIONS).<Integer>path("'@odata.count'")).isEqualTo(number);
  }

  static JsonPath batch(String version, String... requests) {
    return answered(request(), version, requests);
  }

  static JsonPath answered(RequestSpecification request, String version, String... requests) {
    return request
        .contentType("application/json")
        .body(List.of(requests).stream().collect(joining(",", "{\"requests\":[", "]}")))
        .post("/" + version + "/$batch")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  static String get(String id, String url) {
    return "{\"id\":\"%s\",\"method\":\"GET\",\"url\":\"%s\"}".formatted(id, url);
  }

  static String write(String id, String method, String url, String body) {
    return "{\"id\":\"%s\",\"method\":\"%s\",\"url\":\"%s\",%s,\"body\":%s}"
        .formatted(id, method, url, JSON, body);
  }

  private static String after(String id, String before, String method, String url, String rest) {
    return "{\"id\":\"%s\",\"dependsOn\":[\"%s\"],\"method\":\"%s\",\"url\":\"%s\",%s%s}"
        .formatted(id, before, method, url, JSON, rest);
  }
}
