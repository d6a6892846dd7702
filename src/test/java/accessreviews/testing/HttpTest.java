package accessreviews.testing;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.Rows;
import accessreviews.testing.servers.MailSettings;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** The service over HTTP with the real database, emptied and at a known time before each test. */
@WithTestResource(value = MailSettings.class, scope = TestResourceScope.GLOBAL)
public abstract class HttpTest {
  /** A Monday. */
  public static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

  protected static final String DEFINITIONS = "/v1.0/identityGovernance/accessReviews/definitions";

  protected final Rows rows = new Rows();

  @BeforeEach
  void emptyAtAKnownTime() {
    RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
    rows.empty();
    clockAt(startOfTest());
  }

  private static RequestSpecification emulator() {
    return as(Tokens.EVERYTHING);
  }

  /** Where the clock stands when a test begins. */
  protected Instant startOfTest() {
    return NOW;
  }

  /** Moves the clock on to {@code instant}; everything due has happened then. */
  protected static void clockAt(Instant instant) {
    emulator()
        .contentType("application/json")
        .body("{\"now\":\"" + instant + "\"}")
        .put("/emulator/clock")
        .then()
        .statusCode(200);
  }

  /** Moves the clock on by an ISO 8601 duration; everything due has happened then. */
  protected static void advance(String duration) {
    emulator()
        .contentType("application/json")
        .body("{\"by\":\"" + duration + "\"}")
        .post("/emulator/clock/advance")
        .then()
        .statusCode(200);
  }

  /** A request of an application that may do everything. */
  public static RequestSpecification request() {
    return as(Tokens.EVERYTHING);
  }

  /** A request of the caller whose token has these claims, a JSON object. */
  protected static RequestSpecification as(String claims) {
    return RestAssured.given().urlEncodingEnabled(false).auth().oauth2(Tokens.of(claims));
  }

  protected static RequestSpecification json(String body) {
    return request().contentType("application/json").body(body);
  }

  /** The id of the series that {@code body} creates; if it is due, it has started. */
  protected static String created(String body) {
    String id = json(body).post(DEFINITIONS).then().statusCode(201).extract().path("id");
    advance("PT0S"); // waits where the service's own tick was faster than the request
    return id;
  }

  /** The path of the only instance of a series. */
  protected static String onlyInstanceOf(String definition) {
    var instances = DEFINITIONS + "/" + definition + "/instances";
    var ids = request().get(instances).then().statusCode(200).extract().jsonPath();
    assertThat(ids.getList("value.id")).hasSize(1);
    return instances + "/" + ids.getString("value[0].id");
  }

  /** {@code call} is answered, and what is stored is the same as before it. */
  protected ValidatableResponse changesNothing(Supplier<ValidatableResponse> call) {
    var before = rows.everything();
    var answer = call.get();
    assertThat(rows.everything()).isEqualTo(before);
    return answer;
  }
}
