package accessreviews.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names of callers come from the directory where their token does not say them. */
@QuarkusTest
class CallerNamesHttpTest extends LifeHttpTest {
  @BeforeEach
  void staff() {
    Organisation.users("ada", "boss");
    Organisation.group("staff", "ada");
  }

  @Test
  void ofWhoCreatesDecidesAndApplies() {
    var series =
        as(of("boss", ""))
            .contentType("application/json")
            .body(reviewOf("staff", user("boss")).json())
            .post(DEFINITIONS)
            .then()
            .statusCode(201)
            .body("createdBy.displayName", is("boss"))
            .body("createdBy.userPrincipalName", is("boss@contoso.com"))
            .extract()
            .<String>path("id");
    advance("PT1S");
    var instance = instancePath(series, latest(series));
    var item = instance + "/decisions/" + itemOf(instance);
    by("boss", "").body("{\"decision\":\"Deny\"}").patch(item).then().statusCode(204);
    request()
        .get(item)
        .then()
        .body("reviewedBy.displayName", is("boss"))
        .body("reviewedBy.userPrincipalName", is("boss@contoso.com"));
    assertThat(
            rows.strings(
                """
                select entry::jsonb -> 'actor' ->> 'displayName' from evidence_entry
                where type = 'decision'"""))
        .containsExactly("boss");

    by("boss", "").post(instance + "/stop").then().statusCode(204);
    by("boss", "").post(instance + "/applyDecisions").then().statusCode(204);
    request()
        .get(item)
        .then()
        .body("appliedBy.id", is(Organisation.id("boss")))
        .body("appliedBy.displayName", is("boss"))
        .body("appliedBy.userPrincipalName", is("boss@contoso.com"));
  }

  @Test
  void whatTheTokenSaysWins() {
    var series = start(reviewOf("staff", user("boss")));
    var instance = instancePath(series, latest(series));
    var item = instance + "/decisions/" + itemOf(instance);
    by("boss", ",\"name\":\"The Boss\"")
        .body("{\"decision\":\"Deny\"}")
        .patch(item)
        .then()
        .statusCode(204);

    request()
        .get(item)
        .then()
        .body("reviewedBy.displayName", is("The Boss"))
        .body("reviewedBy.userPrincipalName", is("boss@contoso.com"));
  }

  @Test
  void whomTheDirectoryDoesNotKnowHasNone() {
    as(of("stranger", ""))
        .contentType("application/json")
        .body(Series.aSeries().json())
        .post(DEFINITIONS)
        .then()
        .statusCode(201)
        .body("createdBy.id", is(Organisation.id("stranger")))
        .body("createdBy.displayName", equalTo(null))
        .body("createdBy.userPrincipalName", equalTo(null));
  }

  private static RequestSpecification by(String user, String claims) {
    return as(of(user, claims)).contentType("application/json");
  }

  /** The claims of a Global Administrator. */
  private static String of(String user, String claims) {
    return """
        {"oid":"%s","scp":"AccessReview.ReadWrite.All",
         "wids":["62e90394-69f5-4237-9190-012177145e10"]%s}"""
        .formatted(Organisation.id(user), claims);
  }

  private static String itemOf(String instance) {
    return request()
        .get(instance + "/decisions")
        .then()
        .statusCode(200)
        .extract()
        .path("value[0].id");
  }
}
