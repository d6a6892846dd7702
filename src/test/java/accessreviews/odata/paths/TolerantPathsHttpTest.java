package accessreviews.odata.paths;

import static accessreviews.testing.Bodies.object;
import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.Bodies.update;
import static accessreviews.testing.rows.AStage.aStage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.rows.ASeries;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path may be spelled in every way that OData knows; what is there is the same. */
@QuarkusTest
class TolerantPathsHttpTest extends UpdateHttpTest {
  private static final String AR = "/v1.0/identityGovernance/accessReviews";

  @ParameterizedTest
  @ValueSource(
      strings = {
        AR + "/definitions/D/instances/I/stages/S",
        AR + "/definitions/D/instances/I/stages/S/",
        AR + "/definitions/D/instances/I/stages/S///",
        AR + "/definitions('D')/instances('I')/stages('S')",
        AR + "/definitions('D')/instances/I/stages('S')/",
        AR + "/definitions(%27D%27)/instances%28'I'%29/stages%28%27S%27%29",
        AR + "/definitions(id='D')/instances(I)/stages(%20'S'%20)",
        "/V1.0/IdentityGovernance/accessreviews/Definitions/D/INSTANCES/I/Stages/S",
        "/v1.0/%69dentityGovernance/accessReviews/definitions/D/instances/I/stages/S",
        "/beta/IDENTITYGOVERNANCE/ACCESSREVIEWS/DEFINITIONS('D')/INSTANCES('I')/STAGES('S')/",
      })
  void readsAndWritesReachTheSameResources(String spelling) {
    var stage = aStage().in(rows);
    var ids = new String[] {stage.instance().definition(), stage.instance().id(), stage.id()};
    for (var upperCase : new boolean[] {false, true}) {
      var path = spelling;
      for (var i = 0; i < ids.length; i++) {
        var id = upperCase ? ids[i].toUpperCase(Locale.ROOT) : ids[i];
        path =
            path.replaceFirst("(/|\\(|'|%27)" + "DIS".charAt(i) + "(?=/|\\)|'|%27|$)", "$1" + id);
      }
      var instance = path.substring(0, path.toLowerCase(Locale.ROOT).indexOf("/stages"));
      var definition = path.substring(0, path.toLowerCase(Locale.ROOT).indexOf("/instances"));

      request().get(definition).then().statusCode(200).body("id", is(ids[0]));
      request().get(instance).then().statusCode(200).body("id", is(ids[1]));
      request().get(path).then().statusCode(200).body("id", is(ids[2]));
      request()
          .get(definition + "/Instances/")
          .then()
          .statusCode(200)
          .body("value[0].id", is(ids[1]));
      request().get(instance + "/Stages/").then().statusCode(200).body("value[0].id", is(ids[2]));
      json(object("\"displayName\":\"Renamed\"")).patch(definition).then().statusCode(204);
      json(update(reviewers(ADA))).put(instance).then().statusCode(200).body("id", is(ids[1]));
      json(update(reviewers(BOB))).patch(instance).then().statusCode(200);
      json(update(reviewers(CLEO))).patch(path).then().statusCode(200).body("id", is(ids[2]));
      assertThat(reviewersOf(stage.instance())).containsExactly(BOB);
      assertThat(reviewersOf(stage)).containsExactly(CLEO);
      rows.execute("update access_review_instance set reviewers = '[]'");
      rows.execute("update access_review_stage set reviewers = '[]'");
    }
  }

  @Test
  void aDefinitionIsReplacedAndDeletedByItsKeyInParentheses() {
    var id = created(ASeries.ofOneGroup().body());
    var path = "/beta/identitygovernance/accessreviews/definitions('" + id + "')/";

    json(ASeries.ofOneGroup().named("Renamed").body()).put(path).then().statusCode(204);
    request().get(path).then().statusCode(200).body("displayName", is("Renamed"));
    request().delete(path).then().statusCode(204);
    request().get(path).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "('.')",
        "('..')",
        "('%2e%2e')",
        "(%27..%27)",
        "/{id}/instances('..')",
        "/{id}/instances('.')"
      })
  void aKeyIsNoWayUp(String path) {
    var id = created(ASeries.ofOneGroup().body());
    for (var method : new String[] {"GET", "DELETE", "POST", "PATCH"}) {
      var before = rows.everything();
      json(ASeries.ofOneGroup().body())
          .request(method, DEFINITIONS + path.replace("{id}", id))
          .then()
          .statusCode(400)
          .body("error.innerError.code", is("unknownSegment"));
      assertThat(rows.everything()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10_000, 60_000})
  void aLongKeyIsRefusedLikeAnyOther(int length) {
    for (var key : new String[] {"a".repeat(length), "''".repeat(length / 2)}) {
      for (var path : new String[] {"('" + key + "')", "/filterByCurrentUser(on='" + key + "')"}) {
        assertThat(request().get(DEFINITIONS + path).statusCode()).isIn(400, 404, 414);
        assertThat(
                RestAssured.given().urlEncodingEnabled(false).get(DEFINITIONS + path).statusCode())
            .isIn(401, 414);
      }
    }
  }

  @Test
  void whatIsCreatedIsFoundAtItsOnePath() {
    var answer =
        json(ASeries.ofOneGroup().body())
            .post("/V1.0/identityGovernance/AccessReviews/Definitions/")
            .then()
            .statusCode(201)
            .extract();

    assertThat(answer.header("Location")).endsWith(DEFINITIONS + "/" + answer.path("id"));
    assertThat(answer.<String>path("'@odata.context'"))
        .endsWith("/v1.0/$metadata#identityGovernance/accessReviews/definitions/$entity");
  }

  @Test
  void theQueryStaysAsItWasSent() {
    created(ASeries.ofOneGroup().body());
    created(ASeries.ofOneGroup().body());

    var link =
        request()
            .get("/v1.0/IdentityGovernance/AccessReviews/Definitions/?$top=1&$skip=0")
            .then()
            .statusCode(200)
            .body("'@odata.nextLink'", startsWith("http"))
            .extract()
            .<String>path("'@odata.nextLink'");
    request()
        .get(link.substring(link.indexOf("/v1.0")))
        .then()
        .statusCode(200)
        .body("value.size()", is(1));
    request()
        .get("/v1.0/IdentityGovernance/AccessReviews/Definitions/?$search=x")
        .then()
        .statusCode(400)
        .body("error.innerError.code", is("invalidQueryOption"));
  }

  @Test
  void theHeadersAreThereOnceAndTheIdsAreThoseOfTheCall() {
    var answer =
        request().header("client-request-id", "mine").get("/BETA/" + AR.substring(6) + "/");

    assertThat(answer.statusCode()).isEqualTo(200);
    for (var once : new String[] {"request-id", "client-request-id", "Date", "OData-Version"}) {
      assertThat(answer.headers().getValues(once)).as(once).hasSize(1);
    }
    assertThat(answer.header("client-request-id")).isEqualTo("mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filterByCurrentUser(on='owner')",
        "filterByCurrentUser()",
        "filterByCurrentUser",
        "microsoft.graph.filterByCurrentUser(by='reviewer')"
      })
  void aFunctionSaysWhatItsParameterMustBe(String function) {
    var stage = aStage().in(rows);
    for (var collection :
        new String[] {
          AR + "/definitions/",
          "/beta/identityGovernance/accessReviews/Definitions/",
          AR + "/definitions/" + stage.instance().definition() + "/instances/",
          stage.instance().path() + "/stages/"
        }) {
      request()
          .get(collection + function)
          .then()
          .statusCode(400)
          .body("error.target", is("on"))
          .body("error.message", endsWith("'reviewer'."));
    }
  }

  @Test
  void theSetIsThereAndEmpty() {
    for (var version : new String[] {"v1.0", "beta"}) {
      request()
          .get("/" + version + "/identityGovernance/accessReviews")
          .then()
          .statusCode(200)
          .body("size()", is(2))
          .body("id", is("accessReviews"))
          .body(
              "'@odata.context'",
              endsWith("/" + version + "/$metadata#identityGovernance/accessReviews/$entity"));
    }
  }
}
