package accessreviews.odata.reads;

import static accessreviews.testing.rows.Series.aSeries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.GraphRefusal;
import accessreviews.testing.HttpTest;
import accessreviews.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too large or says wrong things about itself is refused, and stops nothing. */
@QuarkusTest
class LimitsHttpTest extends HttpTest {
  private static final String END = "\r\nHost: x\r\nConnection: close\r\n";

  @Test
  void aUrlIsReadUpTo16384Characters() {
    var longest = 16_384 - DEFINITIONS.length() - 1;
    assertThat(request().get(DEFINITIONS + "?" + "a".repeat(longest)).statusCode()).isEqualTo(200);
    for (var length : new int[] {longest + 1, 60_000}) {
      for (var path :
          new String[] {
            DEFINITIONS + "?",
            DEFINITIONS + "/",
            "/v1.0/" + "x/".repeat(99),
            "/nothing/" + "x".repeat(99)
          }) {
        new GraphRefusal(
                414, "RequestUriTooLong", "urlTooLong", null, "longer than the 16384 characters")
            .isTheAnswer(request().get(path + "a".repeat(length)).then());
      }
    }
  }

  @Test
  void headersAreReadUpTo32768Characters() {
    assertThat(request().header("x", "a".repeat(30_000)).get(DEFINITIONS).statusCode())
        .isEqualTo(200);
    new GraphRefusal(
            431,
            "RequestHeaderFieldsTooLarge",
            "headersTooLarge",
            null,
            "more than the 32768 characters")
        .isTheAnswer(request().header("x", "a".repeat(32_768)).get(DEFINITIONS).then());
  }

  /** Vert.x answers these before anything of ours is asked: no body, and nothing internal. */
  @Test
  void farBeyondTheLimitsThereIsOnlyTheStatus() throws IOException {
    assertThat(Wire.exchange("GET /v1.0/" + "a".repeat(70_000) + " HTTP/1.1" + END + "\r\n"))
        .matches("(?s)HTTP/1.0 414 [^\n]*\n[^<{]*");
    assertThat(Wire.exchange("GET /v1.0 HTTP/1.1" + END + "x: " + "a".repeat(70_000) + "\r\n\r\n"))
        .matches("(?s)HTTP/1\\.[01] 431 [^\n]*\n[^<{]*");
  }

  @Test
  void aBodyMayComeInChunks() throws IOException {
    var body = aSeries().json();
    var answer =
        Wire.exchange(
            posted("Transfer-Encoding: chunked")
                + Integer.toHexString(10)
                + "\r\n"
                + body.substring(0, 10)
                + "\r\n"
                + Integer.toHexString(body.length() - 10)
                + "\r\n"
                + body.substring(10)
                + "\r\n0\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 201 ");
  }

  @Test
  void aClientThatAsksFirstIsToldToSendItsBody() throws IOException {
    var body = aSeries().json();
    try (var wire = new Wire()) {
      wire.write(posted("Expect: 100-continue\r\nContent-Length: " + body.length()));
      assertThat(wire.status()).isEqualTo("HTTP/1.1 100 Continue");
      wire.skipAnswer();
      wire.write(body);
      assertThat(wire.status()).isEqualTo("HTTP/1.1 201 Created");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -1",
        "Content-Length: x",
        "Content-Length: 2\r\nContent-Length: 3",
        "Content-Length: 99999999999999999999",
        "Transfer-Encoding: nonsense",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}",
        "Bad Header: x\r\nContent-Length: 2"
      })
  void whatIsNoHttpIsRefusedAndChangesNothing(String header) throws IOException {
    var before = rows.everything();
    var answer = Wire.exchange(posted(header) + "{}");

    assertThat(answer)
        .matches("(?s)(HTTP/1.1 4\\d\\d .*)?") // or the connection ends
        .doesNotContain("xception", "\tat ");
    assertThat(rows.everything()).isEqualTo(before);
    request().get(DEFINITIONS).then().statusCode(200);
  }

  /** Less than was promised, more, and none at all. */
  @Test
  void aWrongLengthChangesNothing() throws IOException {
    var body = aSeries().json();
    var before = rows.everything();
    try (var wire = new Wire()) {
      wire.write(posted("Content-Length: " + (body.length() + 1)) + body);
    }
    assertThat(Wire.exchange(posted("Content-Length: " + (body.length() - 1)) + body))
        .startsWith("HTTP/1.1 400 ");
    assertThat(Wire.exchange(posted("Content-Length: 0"))).startsWith("HTTP/1.1 400 ");
    assertThat(rows.everything()).isEqualTo(before);
    request().get(DEFINITIONS).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Basic x", "Basic", "Bearer", "Bearer x", "Bearer a.b.c", "Negotiate x", ","})
  void oddCredentialsAreNoToken(String credentials) {
    RestAssured.given()
        .header("Authorization", credentials)
        .get(DEFINITIONS)
        .then()
        .statusCode(401)
        .body("error.code", is("InvalidAuthenticationToken"));
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 400_000})
  void nestingIsReadUpTo64Levels(int depth) throws IOException {
    var before = rows.everything();
    for (var nested : new String[] {"[".repeat(depth), "{\"a\":".repeat(depth / 3)}) {
      var body = "{\"scope\":" + nested;
      assertThat(Wire.exchange(posted("Content-Length: " + body.length()) + body))
          .startsWith("HTTP/1.1 400 ")
          .contains("\"code\":\"BadRequest\"");
    }
    assertThat(rows.everything()).isEqualTo(before);
  }

  @Test
  void aNameOfAMemberIsNotAsLongAsTheBody() {
    var rest = "\":1," + aSeries().json().substring(1);
    json("{\"" + "n".repeat(50_000) + rest).post(DEFINITIONS).then().statusCode(201);
    json("{\"" + "n".repeat(1_000_000) + rest).post(DEFINITIONS).then().statusCode(400);
  }

  private static String posted(String headers) {
    return Wire.head("POST " + DEFINITIONS)
        + "Connection: close\r\nContent-Type: application/json\r\n"
        + headers
        + "\r\n\r\n";
  }
}
