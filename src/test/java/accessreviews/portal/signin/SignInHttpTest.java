package accessreviews.portal.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.browser.Person;
import accessreviews.testing.lanes.InProcessOnly;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions of the portal where no issuer is configured, and what every page of it says. */
@InProcessOnly("a production build has no sign-in of its own")
@QuarkusTest
class SignInHttpTest extends HttpTest {
  private static final String SOMEBODY = "398164b1-5196-49dd-ada2-364b49f99b27";

  private static RequestSpecification browser() {
    return given().redirects().follow(false).accept("text/html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/reviews", "/reviews/manage", "/reviews/" + SOMEBODY + "?q=a%20b"})
  void whoeverIsNotSignedInIsLedToTheSignInAndBack(String page) {
    var choice =
        browser()
            .urlEncodingEnabled(false)
            .get(page)
            .then()
            .statusCode(303)
            .header("Location", containsString("/reviews/sign-in?to=%2Freviews"))
            .extract()
            .header("Location");
    var wanted = choice.substring(choice.indexOf("to=") + 3);
    browser()
        .urlEncodingEnabled(false)
        .contentType("application/x-www-form-urlencoded")
        .body("user=" + SOMEBODY + "&to=" + wanted)
        .post("/reviews/sign-in")
        .then()
        .statusCode(303)
        .header("Location", equalTo(page));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/",
        "//elsewhere.example/reviews",
        "/\\elsewhere.example",
        "/reviews//elsewhere.example",
        "/reviewsX",
        "/v1.0/me",
        "javascript:alert(1)",
        "/reviews\r\nX: y"
      })
  void aSignInLeadsToPagesOfThePortalOnly(String wanted) {
    browser()
        .formParam("user", SOMEBODY)
        .formParam("to", wanted)
        .post("/reviews/sign-in")
        .then()
        .statusCode(303)
        .header("X", nullValue())
        .header("Location", equalTo("/reviews"));
  }

  @Test
  void aSessionIsForPagesAloneAndNotForScripts() {
    browser()
        .formParam("user", SOMEBODY)
        .post("/reviews/sign-in")
        .then()
        .header(
            "Set-Cookie",
            allOf(
                containsString("access-reviews-session="),
                containsString("Path=/reviews"),
                containsString("HTTPOnly"),
                containsString("SameSite=Lax")));
    Person.signedIn(SOMEBODY).asks().get("/v1.0/me").then().statusCode(401);
  }

  @Test
  void aTokenInAHeaderIsNoSession() {
    as(Tokens.EVERYTHING)
        .redirects()
        .follow(false)
        .get("/reviews")
        .then()
        .statusCode(303)
        .header("Location", containsString("/reviews/sign-in"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJvaWQiOiIxIn0."})
  void aCookieThatTheServiceDidNotMakeIsNoSession(String cookie) {
    browser()
        .cookie("access-reviews-session", cookie)
        .get("/reviews")
        .then()
        .statusCode(303)
        .header("Location", containsString("/reviews/sign-in"));
  }

  @Test
  void signingInAgainMakesAnotherSessionAndSigningOutEndsIt() {
    var person = Person.signedIn(SOMEBODY);
    person
        .asks()
        .contentType("application/x-www-form-urlencoded")
        .post("/reviews/sign-out")
        .then()
        .statusCode(303)
        .header("Set-Cookie", containsString("Max-Age=0"));
  }

  @ParameterizedTest
  @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 303", "none, 303"})
  void formsOfOtherSitesAreRefused(String site, int status) {
    browser()
        .header("Sec-Fetch-Site", site)
        .formParam("user", SOMEBODY)
        .post("/reviews/sign-in")
        .then()
        .statusCode(status);
  }

  @Test
  void formsThatNoPageHasAreNotRead() {
    browser()
        .contentType("application/x-www-form-urlencoded")
        .body("user=" + "x".repeat(200_000))
        .post("/reviews/sign-in")
        .then()
        .statusCode(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/reviews", "/reviews/sign-in", "/reviews/nothing/of/this/kind"})
  void everyAnswerSaysWhatAPageMayLoadAndThatNobodyKeepsIt(String path) {
    browser()
        .get(path)
        .then()
        .header(
            "Content-Security-Policy",
            allOf(
                containsString("default-src 'none'"),
                containsString("frame-ancestors 'none'"),
                not(containsString("unsafe"))))
        .header("Referrer-Policy", is("no-referrer"))
        .header("X-Content-Type-Options", is("nosniff"))
        .header("Cache-Control", is("no-store"));
  }

  @Test
  void theRootLeadsBrowsersToThePortalAndAnswersOthersAsBefore() {
    browser().get("/").then().statusCode(303).header("Location", is("/reviews"));
    given().accept("application/json").get("/").then().statusCode(401);
    as(Tokens.EVERYTHING).get("/").then().statusCode(404);
  }

  @Test
  void theSignInListsPeopleAndNothingOfThemIsHtml() {
    browser()
        .queryParam("to", "/reviews?q=\"><script>alert(1)</script>")
        .get("/reviews/sign-in")
        .then()
        .statusCode(200)
        .contentType(containsString("text/html"))
        .body(not(containsString("<script>alert")));
  }
}
