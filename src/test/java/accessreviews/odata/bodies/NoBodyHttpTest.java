package accessreviews.odata.bodies;

import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Tokens;
import accessreviews.testing.UpdateHttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Content-Type of a request without a body is not read (cases, P20a). */
@QuarkusTest
class NoBodyHttpTest extends UpdateHttpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application\\json",
        "json",
        "text/plain",
        "*/*;q=x;;",
        "application/json; =",
        ","
      })
  void itMaySayAnything(String type) throws Exception {
    var instance = anInstance().reviewedBy(ADA).in(rows);
    for (var version : HttpClient.Version.values()) {
      assertThat(status(version, "GET", instance.path(), type)).isEqualTo(200);
      assertThat(status(version, "GET", instance.path() + "/decisions/$count", type))
          .isEqualTo(200);
    }
    var http1 = HttpClient.Version.HTTP_1_1;
    assertThat(status(http1, "POST", instance.path() + "/resetDecisions", type)).isEqualTo(204);
    assertThat(status(http1, "POST", instance.path() + "/stop", type)).isEqualTo(204);
    var series = instance.path().substring(0, instance.path().indexOf("/instances"));
    assertThat(status(http1, "DELETE", series, type)).isEqualTo(204);
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void thatOfABodyIsRead(HttpClient.Version version) throws Exception {
    var instance = anInstance().reviewedBy(ADA).in(rows);

    assertThat(sent(version, "PATCH", instance.path(), "application\\json", "{}")).isEqualTo(400);
  }

  private static int status(HttpClient.Version version, String method, String path, String type)
      throws IOException, InterruptedException {
    return sent(version, method, path, type, "");
  }

  private static int sent(
      HttpClient.Version version, String method, String path, String type, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .version(version)
            .header("Authorization", "Bearer " + Tokens.of(Tokens.EVERYTHING))
            .header("Content-Type", type)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newBuilder().version(version).build()) {
      return client.send(request, BodyHandlers.ofString()).statusCode();
    }
  }
}
