package accessreviews.odata.paths;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.rows.ASeries;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers of every answer, and the ids by which a call is found again. */
@QuarkusTest
class HeadersHttpTest extends HttpTest {
  private static final String GUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String GRAPH_JSON =
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      textBlock =
          """
          GET,    /v1.0/identityGovernance/accessReviews/definitions,     200
          GET,    /beta/identityGovernance/accessReviews/definitions,     200
          POST,   /v1.0/identityGovernance/accessReviews/definitions,     201
          GET,    /v1.0/identityGovernance/accessReviews/definitions/1,   404
          POST,   /v1.0/identityGovernance/accessReviews/definitions/1,   405
          DELETE, /v1.0/identityGovernance/accessReviews/definitions/1,   404
          GET,    /v1.0/identityGovernance/accessReviews/definitions?$search=a, 400
          GET,    /v1.0/nothing,                                          400
          GET,    /v1.0,                                                  404
          GET,    /nothing,                                               404
          GET,    /emulator/clock,                                        200
          """)
  void everyAnswerSaysWhenItWasGivenAndUnderWhichIds(String method, String path, int status) {
    var before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var answer =
        json(ASeries.ofOneGroup().body())
            .header("client-request-id", "the caller's own id")
            .request(method, path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.header("request-id")).matches(GUID);
    assertThat(answer.header("client-request-id")).isEqualTo("the caller's own id");
    assertThat(HTTP_DATE.parse(answer.header("Date"), Instant::from))
        .isBetween(before, Instant.now());
    for (var once : new String[] {"request-id", "client-request-id", "Date", "Content-Type"}) {
      assertThat(answer.headers().getValues(once)).as(once).hasSize(1);
    }
    assertThat(answer.headers().getValues("OData-Version"))
        .isEqualTo(
            path.startsWith("/v1.0") || path.startsWith("/beta") ? List.of("4.0") : List.of());
  }

  @Test
  void whatSucceedsIsInGraphsMediaTypeAndWhatFailsInPlainJson() {
    var series = created(ASeries.ofOneGroup().body());

    assertThat(request().get(DEFINITIONS).contentType()).isEqualTo(GRAPH_JSON);
    assertThat(request().get(DEFINITIONS + "/" + series).contentType()).isEqualTo(GRAPH_JSON);
    assertThat(request().get(onlyInstanceOf(series)).contentType()).isEqualTo(GRAPH_JSON);
    assertThat(request().get(onlyInstanceOf(series) + "/stages").contentType())
        .isEqualTo(GRAPH_JSON);
    assertThat(json(ASeries.ofOneGroup().body()).post(DEFINITIONS).contentType())
        .isEqualTo(GRAPH_JSON);
    assertThat(request().get(DEFINITIONS + "/" + NOW).contentType()).isEqualTo("application/json");
    assertThat(json("{}").post(DEFINITIONS).contentType()).isEqualTo("application/json");
    var deleted = request().delete(DEFINITIONS + "/" + series);
    assertThat(deleted.statusCode()).isEqualTo(204);
    assertThat(deleted.headers().hasHeaderWithName("Content-Type")).isFalse();
    assertThat(deleted.header("OData-Version")).isEqualTo("4.0");
  }

  @Test
  void anErrorCarriesTheIdsOfTheHeadersAndTheTimeInUtcWithoutAZone() {
    var before = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    var answer =
        request().header("client-request-id", "mine").get(DEFINITIONS + "/" + new UUID(0, 0));

    assertThat(answer.<String>path("error.innerError.request-id"))
        .isEqualTo(answer.header("request-id"));
    assertThat(answer.<String>path("error.innerError.client-request-id")).isEqualTo("mine");
    assertThat(answer.<String>path("error.innerError.date"))
        .matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}");
    assertThat(LocalDateTime.parse(answer.path("error.innerError.date")))
        .isBetween(before, LocalDateTime.now(ZoneOffset.UTC));
  }

  @Test
  void aCallWithoutAnIdOfItsOwnIsKnownByTheServicesId() {
    var first = request().get(DEFINITIONS);
    var second = request().get(DEFINITIONS);

    assertThat(first.header("client-request-id")).isEqualTo(first.header("request-id"));
    assertThat(second.header("request-id")).isNotEqualTo(first.header("request-id"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 36, 128})
  void anIdOfTheCallersIsEchoedUpTo128Characters(int length) {
    assertThat(asked("x".repeat(length)).header("client-request-id")).isEqualTo("x".repeat(length));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 129, 4000})
  void anEmptyOrAnOverlongIdOfTheCallersIsReplaced(int length) {
    var answer = asked("x".repeat(length));

    assertThat(answer.header("client-request-id")).isEqualTo(answer.header("request-id"));
    assertThat(answer.header("request-id")).matches(GUID);
  }

  private static Response asked(String clientRequestId) {
    return request().header("client-request-id", clientRequestId).get(DEFINITIONS);
  }

  @Test
  void aHeadRequestIsAnsweredLikeAGetWithoutItsBody() {
    var series = created(ASeries.ofOneGroup().body());
    for (var path : new String[] {DEFINITIONS, DEFINITIONS + "/" + series, DEFINITIONS + "/1"}) {
      var head = request().head(path);
      var get = request().get(path);

      assertThat(head.statusCode()).isEqualTo(get.statusCode());
      assertThat(head.asString()).isEmpty();
      assertThat(kept(head.headers())).isEqualTo(kept(get.headers()));
    }
  }

  private static String kept(Headers headers) {
    return "%s %s %s"
        .formatted(
            headers.getValue("Content-Type"),
            headers.getValue("OData-Version"),
            headers.getValue("ETag"));
  }

  @Test
  void optionsNameTheMethods() {
    var answer = request().options(DEFINITIONS);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString()).isEmpty();
    assertThat(answer.header("Allow").split(", ", -1)).contains("GET", "POST");
  }
}
