package accessreviews.notifications.webhooks;

import accessreviews.testing.Eventually;
import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.lanes.StartsServices;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.servers.Issuer;
import accessreviews.testing.servers.PackagedService;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service that was built tells the receivers that its environment names. */
@StartsServices
@QuarkusTest
class PackagedWebhooksHttpTest extends LifeHttpTest {
  @TempDir Path folder;

  @Test
  void aReceiverOfTheEnvironmentGetsASignedEvent() throws Exception {
    Organisation.users("ada", "boss");
    Organisation.group("staff", "ada");
    var series = start(reviewOf("staff", user("boss")));
    var instance = instancePath(series, latest(series));
    try (var receiver = new Receiver();
        var issuer = Issuer.start()) {
      var environment = PackagedService.environment(issuer);
      environment.putAll(
          Map.of(
              "ACCESS_REVIEWS_EMULATOR_ENABLED", "true", // its clock is that of the test
              "ACCESS_REVIEWS_PUBLIC_URL", "https://reviews.example.com",
              "ACCESS_REVIEWS_WEBHOOKS_TICKETS_URL", receiver.url(),
              "ACCESS_REVIEWS_WEBHOOKS_TICKETS_SECRET", Receiver.SECRET,
              "ACCESS_REVIEWS_WEBHOOKS_TICKETS_TYPES", "decision.recorded,instance.completed"));
      var boss =
          issuer.token(
              "\"oid\":\"%s\",\"scp\":\"AccessReview.ReadWrite.All\""
                  .formatted(Organisation.id("boss")));
      try (var service = PackagedService.start(folder, environment)) {
        service
            .request(boss)
            .contentType("application/json")
            .body("{\"decision\":\"Deny\",\"justification\":\"left\"}")
            .post(instance + "/batchRecordDecisions")
            .then()
            .statusCode(204);

        Eventually.becomes(List.of("decision.recorded"), receiver::kinds);
      }
    }
  }
}
