package accessreviews.definitions;

import static accessreviews.testing.GraphRefusal.badRequest;
import static accessreviews.testing.GraphRefusal.unreadable;
import static accessreviews.testing.rows.Series.aSeries;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.GraphRefusal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no JSON object, or do not say so: declined in Graph's form on every write. */
@QuarkusTest
class UnreadableBodyHttpTest extends DefinitionHttpTest {
  private static final GraphRefusal NO_JSON_TYPE =
      badRequest(
          "unreadableBody", null, "Entity only allows writes with a JSON Content-Type header.");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "5",
        "\"displayName\"",
        "[]",
        "[{\"displayName\":\"x\"}]",
        "{",
        "{\"displayName\":\"x\"",
        "{\"displayName\":x}",
        "{\"displayName\":NaN}",
        "{'displayName':'x'}",
        "{displayName:\"x\"}",
        "{\"displayName\":\"x\",}",
        "{\"displayName\":\"x\"}}",
        "{\"displayName\":\"x\"} {}",
        "{/* x */\"displayName\":\"x\"}",
        "{\"displayName\":\"a\nb\"}",
        "{\"displayName\":\"x\",\"displayName\":\"y\"}",
        "{\"unheardOf\":{\"a\":1,\"a\":2}}",
        "{\"\\ud800\":1}",
        "displayName=x"
      })
  void whatIsNoJsonObjectIsRefused(String body) {
    refusesEveryWrite(unreadable(), call -> call.contentType("application/json").body(body));
  }

  @Test
  void nestingWithoutEndIsRefused() {
    refusesEveryWrite(unreadable(), sent("{\"a\":".repeat(1_100) + "1" + "}".repeat(1_100)));
    refusesEveryWrite(unreadable(), sent("[".repeat(200_000)));
  }

  @Test
  void numbersWithoutEndAreRefused() {
    refusesEveryWrite(unreadable(), sent("{\"a\":" + "9".repeat(2_000) + "}"));
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    refusesEveryWrite(unreadable(), sent("{\"displayName\":\"ü\"}".getBytes(ISO_8859_1)));
    refusesEveryWrite(unreadable(), sent(new byte[] {0, 0, 0, '{', -1, -1, -1, -1}));
    refusesEveryWrite(unreadable(), sent(new byte[] {0, 0, 0, '{', 0}));
    refusesEveryWrite(unreadable(), sent(new byte[] {0, 0, -1, -2, '{', '}'}));
    refusesEveryWrite(unreadable(), sent(new byte[] {0x1f, (byte) 0x8b, 8, 0}));
  }

  @Test
  void anyUnicodeEncodingIsRead() {
    for (var encoding : new Charset[] {UTF_8, UTF_16}) {
      var body = aSeries().named("Prüfung 🙂").json().getBytes(encoding);

      var answer = sent(body).apply(request()).post(DEFINITIONS).then().statusCode(201).extract();

      assertThat(answer.<String>path("displayName")).isEqualTo("Prüfung 🙂");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/merge-patch+json",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        "application/*"
      })
  void aBodyOfAnotherContentTypeIsRefused(String type) {
    var body = aSeries().json().getBytes(UTF_8);

    refusesEveryWrite(NO_JSON_TYPE, call -> call.header("Content-Type", type).body(body));
  }

  @Test
  void aFormIsRefused() {
    refusesEveryWrite(NO_JSON_TYPE, call -> call.formParam("displayName", "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", ";;", "application/json/x", "/"})
  void aContentTypeThatIsNoneIsRefused(String type) {
    var body = aSeries().json().getBytes(UTF_8);

    refusesEveryWrite(unreadable(), call -> call.header("Content-Type", type).body(body));
  }

  @Test
  void aBodyWithoutContentTypeIsRefused() {
    var expected =
        badRequest(
            "unreadableBody",
            null,
            "Write requests (excluding DELETE) must contain the Content-Type header declaration.");
    var id = created(aSeries());
    var body = HttpRequest.BodyPublishers.ofString(aSeries().json());

    refusesUntyped(expected, "POST", DEFINITIONS, body);
    refusesUntyped(expected, "PUT", path(id), body);
    refusesUntyped(expected, "PATCH", path(id), body);
  }

  @Test
  void noBodyAtAllIsRefused() {
    refusesEveryWrite(unreadable(), RequestSpecification::noContentType);
    refusesEveryWrite(unreadable(), call -> call.contentType("application/json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;charset=utf-8",
        "Application/JSON ; odata.metadata=minimal; IEEE754Compatible=false"
      })
  void jsonIsReadWhateverItsParametersAre(String type) {
    var body = aSeries().json().getBytes(UTF_8);

    request().header("Content-Type", type).body(body).post(DEFINITIONS).then().statusCode(201);
  }

  private void refusesEveryWrite(GraphRefusal expected, UnaryOperator<RequestSpecification> body) {
    var id = created(aSeries());
    refuses(expected, () -> body.apply(request()).post(DEFINITIONS));
    refuses(expected, () -> body.apply(request()).put(path(id)));
    refuses(expected, () -> body.apply(request()).patch(path(id)));
  }

  private static UnaryOperator<RequestSpecification> sent(String body) {
    return sent(body.getBytes(UTF_8));
  }

  private static UnaryOperator<RequestSpecification> sent(byte[] body) {
    return call -> call.contentType("application/json").body(body);
  }
}
