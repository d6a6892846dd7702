package accessreviews.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code AR/decisions} of beta: the decisions of all instances at once. */
@Endpoint
@QuarkusTest
class AllDecisionsHttpTest extends LifeHttpTest {
  private static final String ALL = "/beta/identityGovernance/accessReviews/decisions";
  private static final String OWN = ALL + "/filterByCurrentUser(on='reviewer')";
  private static final String DENY =
      "{\"decision\":\"Deny\",\"justification\":\"left the team\"%s}";

  @BeforeEach
  void organisation() {
    Organisation.users("ada", "bob", "boss", "chief");
    Organisation.group("staff", "ada", "bob");
    Organisation.group("guards", "ada");
    Organisation.manager("ada", "boss");
  }

  @Test
  void aReviewerFindsWhatTheyReviewInEveryInstance() {
    var listed = start(reviewOf("staff", user("boss")));
    var managed = start(reviewOf("guards", "./manager").withFallback(user("chief")));
    var others = start(reviewOf("staff", user("chief")));

    var own = by("boss").get(OWN);

    assertThat(ids(own))
        .containsExactlyInAnyOrder(item(listed, "ada"), item(listed, "bob"), item(managed, "ada"));
    own.then()
        .body(
            "'@odata.context'", endsWith("$metadata#Collection(accessReviewInstanceDecisionItem)"))
        .body("'@odata.count'", is(3));
    by("boss")
        .get(OWN + "?$expand=instance($expand=definition)&$filter=principal/id%20eq%20" + id("bob"))
        .then()
        .body("value.size()", is(1))
        .body("value[0].instance.id", is(latest(listed)))
        .body("value[0].instance.definition.id", is(listed));
    by("boss").get(ALL + "/" + item(managed, "ada")).then().statusCode(200);
    by("boss").get(ALL + "/" + item(others, "ada")).then().statusCode(403);
    by("boss").get(ALL).then().statusCode(200).body("value.size()", is(0));
  }

  @Test
  void anAdministratorListsAllOfThemPageAfterPage() {
    start(reviewOf("staff", user("boss")));
    start(reviewOf("guards", user("chief")));

    var first = request().get(ALL + "?$top=2");
    var second = request().get(first.<String>path("'@odata.nextLink'"));

    first.then().body("'@odata.count'", is(3)).body("'@odata.context'", endsWith("#" + set()));
    assertThat(ids(second)).hasSize(1).doesNotContainAnyElementsOf(ids(first));
    request().get(ALL + "/$count?$filter=principal/id%20eq%20" + id("ada")).then().body(is("2"));
    request()
        .get(ALL + "/" + ids(second).getFirst())
        .then()
        .body("'@odata.context'", endsWith("#" + set() + "/$entity"));
    request().get(ALL.replace("/beta", "/v1.0")).then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {ALL + "/recordAllDecisions", OWN + "/recordAllDecisions"})
  void oneAnswerGoesToEverythingThatTheCallerReviews(String path) {
    var listed = start(reviewOf("staff", user("boss")));
    var managed = start(reviewOf("guards", "./manager").withFallback(user("chief")));
    var others = start(reviewOf("staff", user("chief")));
    var over = start(reviewOf("guards", user("boss")));
    stop(instancePath(over, latest(over)));

    by("boss").body(DENY.formatted("")).post(path).then().statusCode(204);

    assertThat(decided(listed)).containsExactly("ada Deny", "bob Deny");
    assertThat(decided(managed)).containsExactly("ada Deny");
    assertThat(decided(others)).containsExactly("ada NotReviewed", "bob NotReviewed");
    assertThat(decided(over)).containsExactly("ada NotReviewed");
  }

  @Test
  void itGoesOnlyWhereTheBodySays() {
    var staff = start(reviewOf("staff", user("boss")));
    var guards = start(reviewOf("guards", user("boss")));
    var narrowed =
        ",\"principalId\":\"%s\",\"resourceId\":\"%s\"".formatted(id("ada"), id("staff"));

    by("boss")
        .body(DENY.formatted(narrowed))
        .post(ALL + "/recordAllDecisions")
        .then()
        .statusCode(204);

    assertThat(decided(staff)).containsExactly("ada Deny", "bob NotReviewed");
    assertThat(decided(guards)).containsExactly("ada NotReviewed");
  }

  @Test
  void aReasonIsWantedWhereOneOfThemWantsIt() {
    var lax = start(reviewOf("guards", user("boss")));
    var strict =
        start(
            reviewOf("staff", user("boss"))
                .with("settings", once(3, "\"justificationRequiredOnApproval\":true")));
    var all = ALL + "/recordAllDecisions";

    changesNothing(
        () ->
            by("boss")
                .body("{\"decision\":\"Deny\"}")
                .post(all)
                .then()
                .statusCode(400)
                .body("error.target", is("justification")));
    by("boss")
        .body("{\"decision\":\"Deny\",\"resourceId\":\"%s\"}".formatted(id("guards")))
        .post(all)
        .then()
        .statusCode(204);

    assertThat(decided(lax)).containsExactly("ada Deny");
    assertThat(decided(strict)).containsExactly("ada NotReviewed", "bob NotReviewed");
  }

  @Test
  void anAnswerIsWantedAndNotTakenBack() {
    start(reviewOf("staff", user("boss")));
    for (var body : List.of("{}", "{\"decision\":\"NotReviewed\"}", "[]")) {
      changesNothing(
          () -> by("boss").body(body).post(ALL + "/recordAllDecisions").then().statusCode(400));
    }
  }

  private static String set() {
    return "identityGovernance/accessReviews/decisions";
  }

  private static RequestSpecification by(String name) {
    return as("{\"oid\":\"%s\",\"scp\":\"AccessReview.ReadWrite.All\"}".formatted(id(name)))
        .contentType("application/json");
  }

  private static String id(String name) {
    return Organisation.id(name);
  }

  private String item(String series, String principal) {
    return rows.strings(
            """
            select d.id from access_review_decision_item d
            where d.instance_id = ?::uuid and d.principal_name = ?""",
            latest(series),
            principal)
        .getFirst();
  }

  private List<String> decided(String series) {
    return decisions(latest(series));
  }

  private static List<String> ids(Response list) {
    assertThat(list.statusCode()).as(list.asString()).isEqualTo(200);
    return list.jsonPath().getList("value.id");
  }
}
