package accessreviews.life.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was denied is taken away when an administrator, or the service itself, applies it. */
@Endpoint
@QuarkusTest
class ApplyDecisionsHttpTest extends LifeHttpTest {
  private static final String DENY = "{\"decision\":\"Deny\"}";
  private static final String CONFIRMED = "{\"confirm\":true}";

  @Test
  void anAdministratorAppliesWhatWasDecided() {
    var instance = decidedReviewOf(3, 1);
    assertThat(preview(instance)).hasSize(1);
    json("").post(instance + "/applyDecisions").then().statusCode(204);

    request()
        .get(instance + "/decisions?$orderby=decision")
        .then()
        .body("value.decision", is(List.of("Deny", "NotReviewed", "NotReviewed")))
        .body("value[0].applyResult", is("AppliedSuccessfully"))
        .body("value[0].appliedDateTime", is("2026-01-05T09:00:00Z"))
        .body("value[0].appliedBy.id", is("00000000-0000-0000-0000-000000000000"));
    request().get(instance).then().body("status", is("Applied"));
    assertThat(membersLeft()).isEqualTo(2);
    assertThat(preview(instance)).isEmpty();
    changesNothing(
        () ->
            json("")
                .post(instance + "/applyDecisions")
                .then()
                .statusCode(409)
                .body("error.innerError.code", is("instanceNotCompleted")));
  }

  @Test
  void beforeTheEndNothingIsApplied() {
    staff(2);
    var series = start(reviewOf("staff", user("boss")));
    var instance = instancePath(series, latest(series));

    changesNothing(
        () ->
            json("")
                .post(instance + "/applyDecisions")
                .then()
                .statusCode(409)
                .body("error.innerError.code", is("instanceNotCompleted"))
                .body("error.message", startsWith("The instance")));
  }

  @Test
  void tooMuchWantsToBeConfirmed() {
    var instance = decidedReviewOf(20, 11);

    changesNothing(
        () ->
            json("")
                .post(instance + "/applyDecisions")
                .then()
                .statusCode(409)
                .body("error.innerError.code", is("applyNeedsConfirmation"))
                .body("error.target", is("confirm"))
                .body("error.message", startsWith("Applying would remove 11 of 20 principals")));
    json(CONFIRMED).post(instance + "/applyDecisions").then().statusCode(204);

    request().get(instance).then().body("status", is("Applied"));
    assertThat(membersLeft()).isEqualTo(9);
  }

  @Test
  void halfOfThemAndTenOfThemAreNotTooMuch() {
    var half = decidedReviewOf(24, 12);

    json("").post(half + "/applyDecisions").then().statusCode(204);

    request().get(half).then().body("status", is("Applied"));
    assertThat(membersLeft()).isEqualTo(12);
  }

  @Test
  void tooMuchIsNotAppliedByItself() {
    staff(12);
    var series =
        start(
            reviewOf("staff", user("boss"))
                .with("settings", once(3, "\"autoApplyDecisionsEnabled\":true")));
    var instance = instancePath(series, latest(series));
    json(DENY).post(instance + "/batchRecordDecisions").then().statusCode(204);
    advance("P4D");

    var beta = instance.replace("/v1.0/", "/beta/");
    request()
        .get(beta)
        .then()
        .body("status", is("Completed"))
        .body("errors", hasSize(1))
        .body("errors[0].code", is("applyNeedsConfirmation"));
    assertThat(membersLeft()).isEqualTo(12);
    json(CONFIRMED).post(instance + "/applyDecisions").then().statusCode(204);
    request().get(beta).then().body("status", is("Applied")).body("errors", hasSize(0));
    assertThat(membersLeft()).isZero();
  }

  private static void staff(int members) {
    var names = names(members);
    Organisation.users(names);
    Organisation.users("boss");
    Organisation.group("staff", names);
  }

  private static String[] names(int members) {
    return IntStream.range(0, members).mapToObj(i -> "member" + i).toArray(String[]::new);
  }

  /** The path of an ended instance in which {@code denied} of {@code members} are denied. */
  private String decidedReviewOf(int members, int denied) {
    staff(members);
    var series = start(reviewOf("staff", user("boss")));
    for (var name : names(denied)) {
      decide(latest(series), name, "Deny");
    }
    var instance = instancePath(series, latest(series));
    json("").post(instance + "/stop").then().statusCode(204);
    return instance;
  }

  private static List<String> preview(String instance) {
    return request()
        .get(instance + "/applyPreview")
        .then()
        .statusCode(200)
        .extract()
        .path("value.id");
  }

  private static int membersLeft() {
    return request()
        .get("/v1.0/groups/" + Organisation.id("staff") + "/members")
        .then()
        .statusCode(200)
        .extract()
        .path("value.size()");
  }
}
