package accessreviews;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.lanes.Endpoint;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The requests of the five documents that the project was asked for from, sent as they are printed
 * there, with their ids; each test is named after its document. The printed answers hold but for
 * one thing: where they show another reviewer than was sent, the one that was sent is right.
 */
@Endpoint
@QuarkusTest
class SeedsHttpTest extends HttpTest {
  private static final String SERIES = "5dcfcc88-da88-4252-8629-a0807b4b076d";
  private static final String INSTANCE = "720b8ee0-cee4-42ac-b164-894c48703acc";
  private static final String STAGE = "7d244ab1-4ab1-7d24-b14a-247db14a247d";
  private static final String INSTANCE_PATH =
      "/identityGovernance/accessReviews/definitions/" + SERIES + "/instances/" + INSTANCE;
  private static final String SENT_REVIEWER = "/v1.0/users/1ed8ac56-4827-4733-8f80-86adc2e67db5";
  private static final Instant START = Instant.parse("2021-12-14T11:15:43.207Z");
  private static final Instant END = Instant.parse("2021-12-15T11:15:43.207Z");
  private static final String SETTINGS = "{\"instanceDurationInDays\":1}";
  private static final String FALLBACK =
      """
      [{"query":"/users/4562bcc8-c436-4f95-b7c0-4f8ce89dca5e","queryType":"MicrosoftGraph"}]""";

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  protected Instant startOfTest() {
    return Instant.parse("2021-12-14T12:00:00Z");
  }

  @BeforeEach
  void theWorldOfTheSeeds() throws IOException {
    var scope = JSON.readTree(text("000_db09e06fb1cde7b3-request.json")).get("scope").toString();
    rows.definition(SERIES, scope, null, SETTINGS);
    rows.instance(SERIES, INSTANCE, "InProgress", START, END, scope, "[]", FALLBACK);
    rows.stage(INSTANCE, STAGE, "InProgress", START, END, "[]", FALLBACK);
  }

  @Test
  void seed_000_db09e06fb1cde7b3_updateAccessReviewInstance() throws IOException {
    var answer =
        json(text("000_db09e06fb1cde7b3-request.json")).put("/v1.0" + INSTANCE_PATH).then();
    assertPrintedInstance(answer, "000_db09e06fb1cde7b3-response.json");
  }

  @Test
  void seed_001_52a4ea98d93e77e2_updateAccessReviewInstanceInBeta() throws IOException {
    var answer =
        json(text("001_52a4ea98d93e77e2-request.json")).put("/beta" + INSTANCE_PATH).then();
    assertPrintedInstance(answer, "001_52a4ea98d93e77e2-response.json");
  }

  @Test
  void seed_004_97f23f23b9660b03_updateAccessReviewInstanceByPatch() throws IOException {
    var answer =
        json(text("004_97f23f23b9660b03-request.json")).patch("/beta" + INSTANCE_PATH).then();
    assertPrintedInstance(answer, "004_97f23f23b9660b03-response.json");
  }

  @Test
  void seed_003_a0ef7f207c016e51_updateAccessReviewStage() throws IOException {
    var answer =
        json(text("003_a0ef7f207c016e51-request.json"))
            .patch("/v1.0" + INSTANCE_PATH + "/stages/" + STAGE)
            .then()
            .statusCode(200);

    assertThat(shown(answer)).isEqualTo(JSON.readTree(text("003_a0ef7f207c016e51-response.json")));
    assertThat(answer.extract().header("ETag")).isEqualTo("W/\"1\"");
  }

  /** The document lost the closing braces of its body; they are put back, nothing else. */
  @Test
  void seed_002_72624409396d07a5_updateAccessReviewScheduleDefinition() {
    var series = "60860cdd-fb4d-4054-91ba-f75e04444aa6";
    rows.definition(
        series,
        """
        {"@odata.type":"#microsoft.graph.accessReviewQueryScope","queryType":"MicrosoftGraph",
         "query":"/groups/b7a059cb-038a-4802-8fc9-b9d1ed0cf11f/transitiveMembers"}""",
        """
        {"@odata.type":"#microsoft.graph.accessReviewQueryScope","queryType":"MicrosoftGraph",
         "query":"/groups/b7a059cb-038a-4802-8fc9-b9d1ed0cf11f"}""",
        SETTINGS);

    var answer =
        json(text("002_72624409396d07a5-request.json")).put(DEFINITIONS + "/" + series).then();

    assertThat(answer.statusCode(204).extract().asString()).isEmpty();
    var stored = request().get(DEFINITIONS + "/" + series).then().statusCode(200).extract();
    assertThat(stored.<String>path("displayName")).isEqualTo("Test world UPDATED NAME!");
    assertThat(stored.<String>path("descriptionForReviewers")).isEqualTo("Test world");
    assertThat(stored.<Integer>path("settings.instanceDurationInDays")).isEqualTo(3);
    assertThat(stored.<String>path("settings.recurrence.range.startDate")).isEqualTo("2020-09-15");
  }

  private static void assertPrintedInstance(ValidatableResponse answer, String printed)
      throws IOException {
    var expected = (ObjectNode) JSON.readTree(text(printed));
    ((ObjectNode) expected.at("/reviewers/0")).put("query", SENT_REVIEWER); // C3
    var actual = shown(answer.statusCode(200));
    assertThat(contextPath(actual)).isEqualTo(contextPath(expected));
    actual.remove(List.of("@odata.context", "errors"));
    expected.remove("@odata.context");
    assertThat(actual).isEqualTo(expected);
    assertThat(answer.extract().header("ETag")).isEqualTo("W/\"1\"");
  }

  /** The context without the host, which is ours and not Graph's. */
  private static String contextPath(JsonNode entity) {
    var context = entity.get("@odata.context").asText();
    return context.substring(context.indexOf("/", "https://".length()));
  }

  /** What is shown, but for the annotation by which the contract goes beyond the documents. */
  private static ObjectNode shown(ValidatableResponse answer) throws IOException {
    var shown = (ObjectNode) JSON.readTree(answer.extract().asString());
    assertThat(shown.remove("@odata.etag").asText()).isEqualTo("W/\"1\"");
    return shown;
  }

  private static String text(String name) {
    try (var file = SeedsHttpTest.class.getResourceAsStream("/seeds/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
