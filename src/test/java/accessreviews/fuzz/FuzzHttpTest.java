package accessreviews.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of requests that are almost right, to every operation: none is answered with 5xx or
 * with something that cannot be parsed, a refused one changes nothing, and none is much slower than
 * others of its kind and size. The seeds are fixed; {@code -Dfuzz.seed} and {@code -Dfuzz.requests}
 * ask for others and for more.
 */
@QuarkusTest
class FuzzHttpTest extends HttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 400);
  private static final int FARTHEST = 60_000;
  private static final long SEED = Long.getLong("fuzz.seed", 20261122L);
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json",
          "application/json",
          "application/json;charset=x",
          "text/plain",
          "application/xml",
          "nonsense",
          "application/json;odata.metadata=full");
  private static final List<String> OPTIONS =
      List.of(
          "$filter",
          "$select",
          "$expand",
          "$orderby",
          "$top",
          "$skip",
          "$skiptoken",
          "$count",
          "$search",
          "$format",
          "$apply",
          "filter",
          "%24filter",
          "$",
          "$$",
          "on",
          "@odata.x");
  private static final String STAGE_UPDATE =
      "{\"reviewers\":%s,\"fallbackReviewers\":%s}"
          .formatted(Series.scopes(Series.BOB), Series.scopes(Series.CLEO, Series.ANN));
  private static final String BATCH =
      """
      {"requests":[
        {"id":"1","method":"GET","url":"/identityGovernance/accessReviews/definitions"},
        {"id":"2","dependsOn":["1"],"method":"PATCH","url":"/identityGovernance/accessReviews/definitions/x",
         "headers":{"Content-Type":"application/json"},"body":{"displayName":"y"}}]}""";

  private static final String INACTIVE =
      """
      {"@odata.type":"#microsoft.graph.accessReviewInactiveUsersQueryScope",
       "query":"/groups/02f3bafb-448c-487c-88c2-5fd65ce49a41/transitiveMembers",
       "queryType":"MicrosoftGraph","inactiveDuration":"P30D"}""";
  private static final String USER =
      """
      {"displayName":"Ada","country":"USA","preferredLanguage":"en-US","mail":"ada@contoso.com","userType":"Guest",
       "signInActivity":{"lastSignInDateTime":"2025-12-01T10:00:00Z"}}""";
  private static final String ANSWER =
      """
      {"decision":"Approve","justification":"needs it",
       "principalId":"0a1b2c3d-0000-4000-8000-000000000001",
       "resourceId":"0a1b2c3d-0000-4000-8000-000000000002"}""";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Pace pace = new Pace();
  private Map<String, String> ids = Map.of();

  @BeforeEach
  void aReview() {
    var definition = created(Series.aStagedSeries().json());
    var instance = onlyInstanceOf(definition);
    String stage = request().get(instance + "/stages").path("value[0].id");
    ids =
        Map.of(
            "{d}",
            definition,
            "{i}",
            instance.substring(instance.lastIndexOf('/') + 1),
            "{s}",
            stage,
            "{u}",
            Organisation.id("ada"));
    Organisation.users("ada");
  }

  @AfterEach
  void close() throws Exception {
    try {
      pace.requireEven();
    } finally {
      client.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/$count",
        "/filterByCurrentUser(on='reviewer')",
        "/{d}",
        "/{d}/instances",
        "/{d}/instances/filterByCurrentUser(on='reviewer')",
        "/{d}/instances/{i}",
        "/{d}/instances/{i}/stages",
        "/{d}/instances/{i}/stages/{s}"
      })
  void oddQueryOptions(String path) throws Exception {
    var odd = new Odd(SEED + path.hashCode());
    for (var i = 0; i < REQUESTS; i++) {
      var query = new StringBuilder("?");
      do {
        query
            .append(odd.chance(90) ? odd.oneOf(OPTIONS) : odd.encoded())
            .append('=')
            .append(odd.chance(60) ? encoded(odd.filter()) : odd.encoded())
            .append('&');
      } while (odd.chance(30));
      send("GET", DEFINITIONS + path + query, "application/json", "*/*", new byte[0]);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
  void oddPaths(String method) throws Exception {
    var odd = new Odd(SEED + method.hashCode());
    var segments =
        List.of(
            "definitions",
            "{d}",
            "instances",
            "{i}",
            "stages",
            "{s}",
            "$count",
            "$batch",
            "$metadata",
            "filterByCurrentUser(on='reviewer')",
            "definitions('x')",
            "stop",
            "%2e%2e");
    for (var i = 0; i < REQUESTS; i++) {
      var path = new StringBuilder(odd.chance(50) ? "/v1.0" : "/beta");
      if (odd.chance(90)) {
        path.append("/identityGovernance/accessReviews");
      }
      do {
        path.append('/').append(odd.chance(85) ? odd.oneOf(segments) : odd.encoded());
      } while (odd.chance(75));
      var body = method.equals("GET") ? "" : odd.chance(50) ? "{}" : odd.text();
      send(method, path.toString(), odd.oneOf(TYPES), "*/*", body.getBytes(UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST ",
        "PUT /{d}",
        "PATCH /{d}",
        "PUT /{d}/instances/{i}",
        "PATCH /{d}/instances/{i}",
        "PATCH /{d}/instances/{i}/stages/{s}",
        "POST /{d}/instances/{i}/batchRecordDecisions",
        "PATCH /v1.0/users/{u}",
        "POST /v1.0/$batch"
      })
  void oddBodies(String operation) throws Exception {
    var odd = new Odd(SEED + operation.hashCode());
    var method = operation.substring(0, operation.indexOf(' '));
    var path = operation.substring(operation.indexOf(' ') + 1);
    for (var i = 0; i < REQUESTS; i++) {
      var nested = path.endsWith("$batch") && odd.chance(20);
      var body = nested ? odd.nestedBatch().getBytes(UTF_8) : odd.mutated(valid(path));
      var target = path.startsWith("/v1.0/") ? path : DEFINITIONS + path;
      send(method, target, odd.oneOf(TYPES), odd.chance(90) ? "*/*" : odd.text(), body);
    }
  }

  private static String valid(String path) {
    if (path.endsWith("$batch")) {
      return BATCH;
    }
    if (path.endsWith("{u}")) {
      return USER;
    }
    if (path.endsWith("Decisions")) {
      return ANSWER;
    }
    if (path.contains("stages")) {
      return STAGE_UPDATE;
    }
    return path.contains("instances")
        ? "{\"scope\":%s,%s"
            .formatted(Series.scope("/groups/" + Series.GROUP), STAGE_UPDATE.substring(1))
        : Series.aStagedSeries()
            .withFallback(Series.CLEO)
            .with("settings.recommendationsEnabled", "true")
            .with("settings.recommendationLookBackDuration", "\"P30D\"")
            .with("scope", INACTIVE)
            .json();
  }

  private void send(String method, String path, String type, String ifMatch, byte[] body)
      throws Exception {
    var filled = path;
    for (var id : ids.entrySet()) {
      filled = filled.replace(id.getKey(), id.getValue());
    }
    if (filled.length() > FARTHEST || ifMatch.length() > FARTHEST) {
      return; // LimitsHttpTest has those: there is a status, and no body
    }
    var what = method + " " + filled + " (" + type + ") " + new String(body, UTF_8);
    var before = rows.everything();
    var request =
        HttpRequest.newBuilder(uri(filled))
            .header("Authorization", "Bearer " + Tokens.of(Tokens.EVERYTHING))
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofByteArray(body));
    if (ifMatch.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      request.header("If-Match", ifMatch);
    }
    var built = request.build();
    var start = System.nanoTime();
    var answer = client.send(built, BodyHandlers.ofString());
    var nanos = System.nanoTime() - start;
    var outcome = answer.statusCode() < 400 ? "accepted" : "refused";
    pace.add(
        outcome,
        filled.length() + body.length,
        nanos,
        what,
        () -> client.send(built, BodyHandlers.ofString()));
    assertThat(answer.statusCode()).as(what + "\n" + answer.body()).isBetween(200, 499);
    if (answer.statusCode() >= 400) {
      assertRefusal(answer, what);
      assertThat(rows.everything()).as(what).isEqualTo(before);
    } else if (!method.equals("GET")) {
      advance("PT0S"); // what is due now does not happen during the next request
    }
  }

  private static void assertRefusal(HttpResponse<String> answer, String what) {
    try {
      var error = JSON.readTree(answer.body()).path("error");
      assertThat(error.path("code").asText()).as(answer + " " + what).isNotBlank();
      assertThat(error.path("message").asText()).as(what).isNotBlank();
      assertThat(error.path("innerError").path("request-id").asText()).as(what).isNotBlank();
      assertThat(answer.body()).as(what).doesNotContain("Exception", "org.hibernate", "jakarta.");
    } catch (IOException e) {
      throw new AssertionError(what + "\n" + answer.body(), e);
    }
  }

  private static URI uri(String path) {
    return URI.create(
        RestAssured.baseURI
            + ":"
            + RestAssured.port
            + path.replace("$", "%24").replace("{", "%7B").replace("}", "%7D"));
  }
}
