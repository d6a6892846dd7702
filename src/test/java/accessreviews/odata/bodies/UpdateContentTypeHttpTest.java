package accessreviews.odata.bodies;

import static accessreviews.testing.rows.AStage.aStage;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Tokens;
import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.rows.AStage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Updates are sent as JSON, and say so. Sent by a client that adds no {@code Content-Type} of its
 * own.
 */
@QuarkusTest
class UpdateContentTypeHttpTest extends UpdateHttpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json;charset=utf-8",
        "application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false"
      })
  void jsonIsRead(String type) throws Exception {
    var stage = aStage().reviewedBy(ADA).withFallback(ADA).in(rows);
    for (var sent : updates(stage)) {
      var answer = answer(sent, type, "{\"scope\":{},\"reviewers\":[]}");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
    assertThat(reviewersOf(stage)).isEmpty();
    assertThat(reviewersOf(stage.instance())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '~',
      textBlock =
          """
          -                            | must contain the Content-Type header declaration
          text/plain                   | Entity only allows writes with a JSON Content-Type header
          application/xml              | Entity only allows writes with a JSON Content-Type header
          application/merge-patch+json | Entity only allows writes with a JSON Content-Type header
          application/jsonx            | Entity only allows writes with a JSON Content-Type header
          */*                          | Entity only allows writes with a JSON Content-Type header
          ~~                           | Entity only allows writes with a JSON Content-Type header
          json                         | Please ensure Content-Type header is set
          """)
  void anythingElseIsRefused(@Nullable String type, String said) throws Exception {
    var stage = aStage().reviewedBy(ADA).withFallback(ADA).in(rows);
    for (var sent : updates(stage)) {
      assertRefused(sent, type, "{\"scope\":{},\"reviewers\":[]}", said);
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-", "application/json"})
  void noBodyIsRefused(@Nullable String type) throws Exception {
    var stage = aStage().reviewedBy(ADA).withFallback(ADA).in(rows);
    for (var sent : updates(stage)) {
      assertRefused(sent, type, "", "Unable to read JSON request payload");
    }
  }

  /** A method and where it goes. */
  private record Sent(String method, String path) {}

  private static List<Sent> updates(AStage.Stored stage) {
    return List.of(
        new Sent("PUT", stage.instance().path()),
        new Sent("PATCH", stage.instance().path("/beta")),
        new Sent("PATCH", stage.path()));
  }

  private void assertRefused(Sent sent, @Nullable String type, String body, String said)
      throws IOException, InterruptedException {
    var before = rows.everything();
    var answer = answer(sent, type, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    var error = JsonPath.from(answer.body());
    assertThat(error.getString("error.code")).isEqualTo("BadRequest");
    assertThat(error.getString("error.innerError.code")).isEqualTo("unreadableBody");
    assertThat(error.getString("error.target")).isNull();
    assertThat(error.getString("error.message")).contains(said);
    assertThat(rows.everything()).isEqualTo(before);
  }

  private static HttpResponse<String> answer(Sent sent, @Nullable String type, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + sent.path()))
            .header("Authorization", "Bearer " + Tokens.of(Tokens.EVERYTHING))
            .method(sent.method(), BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
