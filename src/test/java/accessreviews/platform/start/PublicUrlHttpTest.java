package accessreviews.platform.start;

import static accessreviews.testing.servers.PackagedService.DATABASE;
import static accessreviews.testing.servers.PackagedService.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import accessreviews.testing.HttpTest;
import accessreviews.testing.lanes.StartsServices;
import accessreviews.testing.servers.Issuer;
import accessreviews.testing.servers.PackagedService;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links follow {@code access-reviews.public-url} and no {@code Host} of a stranger. */
@StartsServices
@QuarkusTest
class PublicUrlHttpTest extends HttpTest {
  private static final String SETTING = "ACCESS_REVIEWS_PUBLIC_URL";

  @TempDir Path folder;

  @Test
  void aPublicUrlWithAPathIsRefusedAtStart() throws Exception {
    var environment =
        Map.of(
            ISSUER,
            "http://localhost:1",
            DATABASE,
            "jdbc:postgresql://localhost:1/none",
            SETTING,
            "https://reviews.example.com/graph");
    try (var service = PackagedService.start(folder, environment)) {
      assertThat(service.sentenceOfRefusal())
          .isEqualTo(
              "Access Reviews does not start: 'https://reviews.example.com/graph' is no public URL;"
                  + " set ACCESS_REVIEWS_PUBLIC_URL to https://host or https://host:port.");
    }
  }

  @Test
  void contextsLocationsAndNextLinksHaveThePublicUrl() throws Exception {
    try (var issuer = Issuer.start()) {
      var environment = PackagedService.environment(issuer);
      environment.put(SETTING, "https://reviews.example.com/");
      try (var service = PackagedService.start(folder, environment)) {
        var token = issuer.token("\"roles\":[\"Directory.ReadWrite.All\"]");
        for (var name : new String[] {"one", "two"}) {
          service
              .request(token)
              .header("Host", "stranger.example")
              .contentType("application/json")
              .body("{\"displayName\":\"%s\"}".formatted(name))
              .post("/v1.0/groups")
              .then()
              .statusCode(201)
              .header("Location", startsWith("https://reviews.example.com/v1.0/groups/"))
              .body(
                  "'@odata.context'",
                  is("https://reviews.example.com/v1.0/$metadata#groups/$entity"));
        }
        service
            .request(token)
            .header("Host", "stranger.example")
            .get("/v1.0/groups?$top=1")
            .then()
            .statusCode(200)
            .body(
                "'@odata.nextLink'", startsWith("https://reviews.example.com/v1.0/groups?$top=1"));
      }
    }
  }
}
