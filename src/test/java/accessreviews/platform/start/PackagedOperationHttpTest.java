package accessreviews.platform.start;

import static accessreviews.testing.servers.PackagedService.DATABASE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import accessreviews.testing.Eventually;
import accessreviews.testing.HttpTest;
import accessreviews.testing.lanes.StartsServices;
import accessreviews.testing.rows.Database;
import accessreviews.testing.rows.OtherWriter;
import accessreviews.testing.servers.Issuer;
import accessreviews.testing.servers.PackagedService;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an operator runs what was built: failing over, watched, and stopped. */
@StartsServices
@QuarkusTest
class PackagedOperationHttpTest extends HttpTest {
  private static final String READS = "\"roles\":[\"AccessReview.Read.All\"]";

  @TempDir Path folder;

  @Test
  void looksForThePrimaryAmongSeveralDatabases() throws Exception {
    try (var issuer = Issuer.start()) {
      var environment = PackagedService.environment(issuer);
      environment.compute(
          DATABASE,
          (name, url) ->
              String.valueOf(url).replaceFirst("//", "//127.0.0.1:1,")
                  + (String.valueOf(url).contains("?") ? "&" : "?")
                  + "targetServerType=primary");
      try (var service = PackagedService.start(folder, environment)) {
        service.request(issuer.token(READS)).get(DEFINITIONS).then().statusCode(200);
      }
    }
  }

  @Test
  void logsJsonWithTheIdOfTheRequest() throws Exception {
    try (var issuer = Issuer.start()) {
      var environment = PackagedService.environment(issuer);
      environment.putAll(
          Map.of(
              "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
              "QUARKUS_LOG_CATEGORY__ACCESSREVIEWS__LEVEL", "DEBUG"));
      try (var service = PackagedService.start(folder, environment)) {
        service.request(issuer.token("\"roles\":[],\"oid\":\"nobody\"")).get(DEFINITIONS);
        var lines = service.log().lines().toList();
        var json = new ObjectMapper();
        for (var line : lines) {
          assertThat(json.readTree(line).path("message").isTextual()).as(line).isTrue();
        }
        assertThat(lines)
            .anyMatch(line -> line.contains("\"requestId\":") && line.contains("GUID"));
      }
    }
  }

  @Test
  void sendsTracesWhereTheyAreSwitchedOn() throws Exception {
    var collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var spans = new CopyOnWriteArrayList<String>();
    collector.createContext(
        "/v1/traces",
        call -> {
          spans.add(new String(call.getRequestBody().readAllBytes(), ISO_8859_1));
          call.sendResponseHeaders(200, -1);
          call.close();
        });
    collector.start();
    try (var issuer = Issuer.start()) {
      var environment = PackagedService.environment(issuer);
      environment.putAll(
          Map.of(
              "QUARKUS_OTEL_SDK_DISABLED", "false",
              "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
              "QUARKUS_OTEL_EXPORTER_OTLP_COMPRESSION", "none",
              "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "100ms",
              "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                  "http://localhost:" + collector.getAddress().getPort()));
      try (var service = PackagedService.start(folder, environment)) {
        var filter = "?$filter=displayName%20eq%20'Marketing'";
        service.request(issuer.token(READS)).get(DEFINITIONS + filter).then().statusCode(200);

        Eventually.becomes(
            true, () -> spans.toString().contains("access_review_schedule_definition"));
      }
      assertThat(spans.toString()).contains("accessReviews/definitions").contains("display_name=?");
    } finally {
      collector.stop(0);
    }
  }

  @Test
  void itsLinksHaveTheNameThatTheProxyIsCalledBy() throws Exception {
    try (var issuer = Issuer.start()) {
      var environment = PackagedService.environment(issuer);
      environment.putAll(
          Map.of(
              "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true",
              "QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true"));
      try (var service = PackagedService.start(folder, environment)) {
        service
            .request(issuer.token(READS))
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "reviews.example.com")
            .get(DEFINITIONS)
            .then()
            .statusCode(200)
            .body(
                "'@odata.context'",
                startsWith("https://reviews.example.com/v1.0/$metadata#identityGovernance/"));
      }
    }
  }

  @Test
  void answersWhatRunsWhenItIsToldToStop() throws Exception {
    try (var issuer = Issuer.start()) {
      var environment = PackagedService.environment(issuer);
      environment.put("QUARKUS_SCHEDULER_ENABLED", "false"); // the call alone waits for the lock
      var service = PackagedService.start(folder, environment);
      var request = service.request(issuer.token(READS));
      request.get(DEFINITIONS).then().statusCode(200);
      var answer = new CompletableFuture<Integer>();
      try (var other = OtherWriter.begin(Database.connections())) {
        other.lock("access_review_schedule_definition");
        var asking =
            Thread.ofVirtual().start(() -> answer.complete(request.get(DEFINITIONS).statusCode()));
        other.awaitRival();
        var stopping = Thread.ofVirtual().start(service::close);
        Thread.sleep(500); // in which it would end, if it did not wait
        assertThat(stopping.isAlive()).isTrue();
        assertThat(asking.isAlive()).isTrue();
      }
      assertThat(answer.get()).isEqualTo(200);
    }
  }
}
