package accessreviews.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.Eventually;
import accessreviews.testing.HttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.lanes.InProcessOnly;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Load alone makes no replica unready: neither all connections in use, nor all threads. */
@InProcessOnly("takes the connections of the pool")
@QuarkusTest
class ReadinessUnderLoadHttpTest extends HttpTest {
  /** As many as {@code quarkus.thread-pool} has, and some. */
  private static final int CALLERS = 250;

  /** Less than requests wait for a connection. */
  private static final int PATIENCE = 5_000;

  @Inject AgroalDataSource pool;
  @Inject @Readiness DatabaseReadiness readiness;

  private final List<Connection> taken = new ArrayList<>();

  @AfterEach
  void giveBack() throws SQLException {
    for (var connection : taken) {
      connection.close();
    }
  }

  @Test
  void readinessAndMetricsDoNotWaitForAConnection() throws SQLException {
    takeAll();

    impatient().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
    impatient()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("access_reviews_transitions_lag_seconds"));
  }

  @Test
  void readinessAndLivenessDoNotWaitForAThread() throws Exception {
    takeAll();
    var url = URI.create("http://localhost:" + RestAssured.port + "/v1.0/users");
    var asked =
        HttpRequest.newBuilder(url)
            .header("Authorization", "Bearer " + Tokens.of(Tokens.EVERYTHING))
            .build();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (var i = 0; i < CALLERS; i++) {
        var _ = client.sendAsync(asked, HttpResponse.BodyHandlers.discarding());
      }
      Eventually.becomes(true, () -> waitingForAConnection() > 150);

      impatient().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
      impatient().get("/q/health/live").then().statusCode(200);
      giveBack();
    }
  }

  @Test
  void aServiceWhoseDatabaseHasNotAnsweredIsNotReady() {
    var nowhere =
        new DatabaseReadiness(
            pool,
            Optional.of("jdbc:postgresql://localhost:1/none"),
            Optional.empty(),
            Optional.empty());

    assertThat(nowhere.call().await().indefinitely().getStatus()).isEqualTo(Status.DOWN);
  }

  /** Also those on which somebody waits for an answer that never comes. */
  @Test
  void whenAnotherServerAnswersTheConnectionsToTheOldOneEnd() throws Exception {
    var server = rows.strings("select pg_postmaster_start_time()::text").getFirst();
    try (var connection = pool.getConnection();
        var statement = connection.createStatement();
        var thread = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = thread.submit(() -> statement.execute("select pg_sleep(20)"));
      Eventually.becomes(
          List.of("active"),
          () ->
              rows.strings(
                  "select state from pg_stat_activity where datname = current_database()"
                      + " and query = 'select pg_sleep(20)'"));

      readiness.servedBy("another");
      assertThatThrownBy(waiting::get).hasCauseInstanceOf(SQLException.class);
      readiness.servedBy(server);
    }
    request().get(DEFINITIONS).then().statusCode(200);
  }

  private void takeAll() throws SQLException {
    var most = pool.getConfiguration().connectionPoolConfiguration().maxSize();
    while (taken.size() < most) {
      taken.add(pool.getConnection());
    }
  }

  private static long waitingForAConnection() {
    return Thread.getAllStackTraces().values().stream()
        .filter(
            calls -> Arrays.stream(calls).anyMatch(call -> call.getClassName().contains("agroal")))
        .count();
  }

  private static RequestSpecification impatient() {
    return RestAssured.given()
        .config(
            RestAssured.config()
                .httpClient(
                    HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", PATIENCE)));
  }
}
