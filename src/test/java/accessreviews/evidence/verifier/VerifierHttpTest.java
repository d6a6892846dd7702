package accessreviews.evidence.verifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import accessreviews.testing.HttpTest;
import accessreviews.testing.lanes.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Everybody gets the verifier's source. */
@Endpoint
@QuarkusTest
class VerifierHttpTest extends HttpTest {

  @Test
  void itIsTheFileOfTheSourcesForEverybody() throws IOException {
    var answer =
        given()
            .accept("application/json")
            .get("/evidence/Verify.java")
            .then()
            .statusCode(200)
            .contentType("text/plain;charset=UTF-8")
            .header("Cache-Control", equalTo("public, max-age=86400"))
            .extract();
    assertThat(answer.asByteArray()).isEqualTo(Files.readAllBytes(Verifier.SOURCE));

    given()
        .header("If-None-Match", answer.header("ETag"))
        .get("/evidence/Verify.java")
        .then()
        .statusCode(304)
        .body(emptyString());
  }

  @Test
  void itIsOnlyRead() {
    given().post("/evidence/Verify.java").then().statusCode(405);
  }
}
