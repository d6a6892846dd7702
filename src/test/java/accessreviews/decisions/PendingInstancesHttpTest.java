package accessreviews.decisions;

import static accessreviews.testing.rows.Series.aStagedSeries;
import static accessreviews.testing.rows.Series.aWeeklySeries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is pending for the signed-in user (operations.md, 7). */
@QuarkusTest
class PendingInstancesHttpTest extends HttpTest {
  private static final String ANN = Series.ANN.replace("/users/", "");
  private static final String BOB = Series.BOB.replace("/users/", "");
  private static final String PENDING = "/pendingAccessReviewInstances";

  private static String user(String id) {
    return Tokens.claims(id, "AccessReview.Read.All");
  }

  @Test
  void theOpenInstancesThatTheCallerReviewsArePending() {
    var first = created(aWeeklySeries().json());
    created(aWeeklySeries().reviewedBy(Series.BOB).json());
    var staged = created(aStagedSeries().json());
    advance("P7D"); // the first instances are over

    for (var path : List.of("/beta/me" + PENDING, "/beta/users/" + ANN + PENDING)) {
      var answer = as(user(ANN)).get(path + "?$expand=definition&$skip=0&$top=100");
      answer
          .then()
          .statusCode(200)
          .body(
              "'@odata.context'",
              endsWith("/beta/$metadata#users('" + ANN + "')" + PENDING + "(definition())"))
          .body("value.status", contains("InProgress", "InProgress"));
      assertThat(answer.jsonPath().getList("value.definition.id"))
          .containsExactlyInAnyOrder(first, staged);
    }
    as(user(ANN)).get("/beta/me" + PENDING + "?$top=1").then().body("value.size()", is(1));
    as(user(BOB)).get("/beta/me" + PENDING).then().body("value.size()", is(1));
    as(user("00000000-0000-4000-8000-00000000000a"))
        .get("/beta/me" + PENDING)
        .then()
        .statusCode(200)
        .body("value", empty());
  }

  @Test
  void theirItemsAreReadBelowThem() {
    for (var id : List.of(ANN, BOB)) {
      json("{\"id\":\"%1$s\",\"displayName\":\"%1$s\",\"userPrincipalName\":\"%1$s\"}"
              .formatted(id))
          .post("/v1.0/users")
          .then()
          .statusCode(201);
    }
    json("{\"id\":\"" + Series.GROUP + "\",\"displayName\":\"Group\"}")
        .post("/v1.0/groups")
        .then()
        .statusCode(201);
    json("{\"@odata.id\":\"https://graph/v1.0/directoryObjects/" + BOB + "\"}")
        .post("/v1.0/groups/" + Series.GROUP + "/members/$ref")
        .then()
        .statusCode(204);
    created(aWeeklySeries().json());
    String instance = as(user(ANN)).get("/beta/me" + PENDING).path("value[0].id");

    as(user(ANN))
        .get("/beta/me" + PENDING + "/" + instance + "/decisions")
        .then()
        .statusCode(200)
        .body("value.principal.id", contains(BOB));
    assertThat(as(user(BOB)).get("/beta/me" + PENDING + "/" + instance + "/decisions").statusCode())
        .isEqualTo(403);
  }

  @Test
  void nobodyReadsWhatIsPendingForSomebodyElse() {
    created(aWeeklySeries().json());

    assertThat(as(user(BOB)).get("/beta/users/" + ANN + PENDING).statusCode()).isEqualTo(403);
    assertThat(request().get("/beta/me" + PENDING).statusCode()).isEqualTo(403);
    assertThat(as(user(ANN)).get("/v1.0/me" + PENDING).statusCode()).isEqualTo(400);
  }
}
