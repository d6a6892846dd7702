package accessreviews.emulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Tokens;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.ASeries;
import accessreviews.testing.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without the emulator its paths are like any others that lead nowhere, and time is real. */
@InProcessOnly("has a configuration of its own")
@QuarkusTest
@TestProfile(SwitchedOff.class)
class SwitchedOffHttpTest {
  private static final String DEFINITIONS = "/v1.0/identityGovernance/accessReviews/definitions";

  private final Rows rows = new Rows();

  @BeforeEach
  void empty() {
    rows.empty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          GET    | /emulator/clock         | ~~
          PUT    | /emulator/clock         | {"now":"2026-02-01T09:00:00Z"}
          PUT    | /emulator/clock         | {}
          PUT    | /emulator/clock         | not even JSON
          POST   | /emulator/clock/advance | {"by":"P7D"}
          POST   | /emulator/clock/advance | {"by":"-P7D"}
          DELETE | /emulator/state         | ~~
          """)
  void itsPathsLeadNowhere(String method, String path, String body) {
    rows.definition("60860cdd-fb4d-4054-91ba-f75e04444aa6", "{}", null, "{}");
    var before = rows.everything();

    var answer = answer(method, path, body);

    assertThat(answer).isEqualTo(answer(method, "/nowhere", body)).startsWith("404 ");
    assertThat(rows.everything()).isEqualTo(before);
    assertThat(rows.strings("select frozen_at from emulator_clock where frozen_at is not null"))
        .isEmpty();
  }

  /** Status and body, but for the ids and the time of the call. */
  private static String answer(String method, String path, String body) {
    var answer = authorised().contentType(ContentType.JSON).body(body).request(method, path);
    return answer.statusCode()
        + " "
        + answer
            .asString()
            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>")
            .replaceAll("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}", "<time>");
  }

  @Test
  void aClockThatWasFrozenBeforeIsNotFollowed() {
    rows.execute("update emulator_clock set frozen_at = '2001-01-01Z'");

    String created = series().path("createdDateTime");

    assertThat(created).isGreaterThan("2026");
  }

  /** Nothing else starts it here: the creation itself looks for what is due. */
  @Test
  void aSeriesThatIsDueStartsWithItsCreation() {
    String series = series().path("id");

    var instance = authorised().get(DEFINITIONS + "/" + series + "/instances/" + series);
    assertThat(instance.statusCode()).isEqualTo(200);
    assertThat(instance.<String>path("status")).isEqualTo("InProgress");
    assertThat(
            authorised()
                .get(DEFINITIONS + "/" + series + "/instances/" + series + "/stages")
                .<Integer>path("'@odata.count'"))
        .isOne();
  }

  private static RequestSpecification authorised() {
    return given().auth().oauth2(Tokens.of(Tokens.EVERYTHING));
  }

  private static Response series() {
    var answer =
        authorised()
            .contentType(ContentType.JSON)
            .body(ASeries.ofOneGroup().inStages(1, 1).body())
            .post(DEFINITIONS);
    assertThat(answer.statusCode()).isEqualTo(201);
    return answer;
  }
}
