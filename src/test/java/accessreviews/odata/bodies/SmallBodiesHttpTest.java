package accessreviews.odata.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.Wire;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.ASeries;
import accessreviews.testing.servers.ErrorLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a small body comes, it is read. */
@InProcessOnly("puts a resource into it")
@QuarkusTest
class SmallBodiesHttpTest extends HttpTest {
  private static final String BODY = ASeries.ofOneGroup().body();

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void bodiesAreReadByEachVersionOfHttp(HttpClient.Version version) throws Exception {
    try (var client = HttpClient.newBuilder().version(version).build()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + DEFINITIONS))
              .header("Authorization", "Bearer " + Tokens.of(Tokens.EVERYTHING))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(BODY))
              .build();
      for (var time = 1; time <= 2; time++) { // the first one by HTTP/2 asks for an upgrade
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.version()).isEqualTo(version);
      }
    }
  }

  @Test
  void aBodyMayComeInPiecesAndBelowAPathThatIsSpelledAnew() throws IOException {
    try (var wire = new Wire()) {
      begin(wire, DEFINITIONS.replace("identityGovernance", "IDENTITYGOVERNANCE") + "/");
      for (var at = 0; at < BODY.length(); at += 100) {
        wire.write(BODY.substring(at, Math.min(BODY.length(), at + 100)));
      }
      assertThat(wire.status()).isEqualTo("HTTP/1.1 201 Created");
    }
  }

  @Test
  void aCallerWhoHangsUpInTheMiddleChangesNothingAndIsNoError() throws IOException {
    try (var log = new ErrorLog(Logger.getLogger("io.quarkus"))) {
      try (var wire = new Wire()) {
        begin(wire, DEFINITIONS);
        wire.write(BODY.substring(0, 100));
      }
      as(Tokens.EVERYTHING).get(DEFINITIONS).then().statusCode(200).body("value", empty());

      assertThat(log.messages()).isEmpty();
    }
  }

  private static void begin(Wire wire, String path) throws IOException {
    wire.write(Wire.head("POST " + path));
    wire.write("Content-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n");
  }
}
