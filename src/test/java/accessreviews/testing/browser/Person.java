package accessreviews.testing.browser;

import static io.restassured.RestAssured.given;

import accessreviews.identity.browser.PortalSignIn;
import io.restassured.specification.RequestSpecification;

/** Somebody who is signed in to the portal of the service under test, without a browser. */
public record Person(String cookie) {
  private static final String COOKIE = "access-reviews-session";

  /** Signs in by one click. */
  public static Person signedIn(String user) {
    return new Person(
        given()
            .redirects()
            .follow(false)
            .formParam("user", user)
            .post(PortalSignIn.CHOICE)
            .then()
            .statusCode(303)
            .extract()
            .cookie(COOKIE));
  }

  /** A request of this person, whose redirects are answers. */
  public RequestSpecification asks() {
    return given().redirects().follow(false).accept("text/html").cookie(COOKIE, cookie);
  }

  /** The value of the hidden field {@code form-token} of the page at {@code path}. */
  public String formToken(String path) {
    var html = asks().get(path).then().statusCode(200).extract().asString();
    var field = html.indexOf("name=\"form-token\"");
    var value = html.indexOf("value=\"", field) + "value=\"".length();
    return html.substring(value, html.indexOf('"', value));
  }
}
