package accessreviews.identity;

import static org.hamcrest.Matchers.is;

import accessreviews.testing.HttpTest;
import accessreviews.testing.lanes.StartsServices;
import accessreviews.testing.servers.Issuer;
import accessreviews.testing.servers.PackagedService;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of a real issuer, checked by the packaged service as production checks them. */
@StartsServices
@QuarkusTest
class IssuerHttpTest extends HttpTest {
  private static final String READER = "\"roles\":[\"AccessReview.Read.All\"]";
  private static final String KEYCLOAK_READER =
      "\"realm_access\":{\"roles\":[\"AccessReview.Read.All\"]}";

  @TempDir Path folder;

  @Test
  void tokensAreCheckedForTimeIssuerAudienceClaimsAndKey() throws Exception {
    try (var issuer = Issuer.start();
        var stranger = Issuer.start()) {
      var environment = PackagedService.environment(issuer);
      environment.put("QUARKUS_OIDC_TOKEN_AUDIENCE", "access-reviews");
      environment.put("QUARKUS_OIDC_TOKEN_REQUIRED_CLAIMS_VER", "2.0");
      environment.put("QUARKUS_OIDC_TOKEN_FORCED_JWK_REFRESH_INTERVAL", "1S");
      environment.put("ACCESS_REVIEWS_CLAIMS_ROLES", "roles,realm_access/roles");
      try (var service = PackagedService.start(folder, environment)) {
        var good = ",\"aud\":\"access-reviews\",\"ver\":\"2.0\"";
        var now = Instant.now();

        answers(200, service, issuer.token(READER + good));
        answers(200, service, issuer.token(KEYCLOAK_READER + good));
        answers(403, service, issuer.token("\"roles\":[\"User.Read.All\"]" + good));
        answers(
            403,
            service,
            issuer.token(READER + ",\"tid\":\"9188040d-6c67-4c5b-b112-36a304b66dad\"" + good));
        answers(401, service, issuer.token(READER + ",\"ver\":\"2.0\""));
        answers(401, service, issuer.token(READER + ",\"aud\":\"other\",\"ver\":\"2.0\""));
        answers(401, service, issuer.token(READER + ",\"aud\":\"access-reviews\",\"ver\":\"1.0\""));
        answers(401, service, stranger.token(READER + good));
        answers(200, service, issuer.token(READER + good, now.minusSeconds(20))); // clock skew
        answers(401, service, issuer.token(READER + good, now.minusSeconds(300)));

        var old = issuer.token(READER + ",\"jti\":\"old\"" + good);
        var used = issuer.token(READER + ",\"jti\":\"used\"" + good);
        answers(200, service, used);
        issuer.rotateKey();
        Thread.sleep(1100); // keys are fetched again at most once in the interval set above
        answers(200, service, issuer.token(READER + good));
        answers(401, service, old);
        answers(200, service, used); // for a minute
        answers(401, service, used + "0");
      }
    }
  }

  /** No token names a new key here: the service itself asks the issuer again. */
  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES) // it would wait for ever
  void aKeyThatTheIssuerWithdrawsCountsNoMore() throws Exception {
    try (var issuer = Issuer.start()) {
      var environment = PackagedService.environment(issuer);
      environment.put("QUARKUS_OIDC_TOKEN_FORCED_JWK_REFRESH_INTERVAL", "0.1S");
      environment.put("ACCESS_REVIEWS_ISSUER_KEYS_EVERY", "0.2s");
      try (var service = PackagedService.start(folder, environment)) {
        answers(200, service, issuer.token(READER + ",\"jti\":\"before\""));
        var old = issuer.token(READER + ",\"jti\":\"old\"");
        issuer.rotateKey();
        var fetched = issuer.keysFetched();
        while (issuer.keysFetched() < fetched + 2) {
          Thread.sleep(50);
        }
        answers(401, service, old);
        answers(200, service, issuer.token(READER));
      }
    }
  }

  @Test
  void whereTheTokenIsInAnotherHeaderEachRequestNeedsIt() throws Exception {
    try (var issuer = Issuer.start()) {
      var environment = PackagedService.environment(issuer);
      environment.put("QUARKUS_OIDC_TOKEN_HEADER", "X-Access-Token");
      try (var service = PackagedService.start(folder, environment)) {
        var gateway = "of the gateway";
        service
            .request(gateway)
            .header("X-Access-Token", issuer.token(READER))
            .get(DEFINITIONS)
            .then()
            .statusCode(200);
        answers(401, service, gateway);
      }
    }
  }

  private static void answers(int status, PackagedService service, String token) {
    var answer = service.request(token).get(DEFINITIONS).then().statusCode(status);
    if (status == 401) {
      answer.body("error.code", is("InvalidAuthenticationToken"));
    }
  }
}
