package accessreviews.life.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applying may be stopped while it is under way, in reviews that would delete guests. */
@Endpoint
@QuarkusTest
class StopApplyDecisionsHttpTest extends LifeHttpTest {
  private static final String[] STOPPABLE = {
    "\"autoApplyDecisionsEnabled\":true",
    "\"defaultDecisionEnabled\":true",
    "\"defaultDecision\":\"Deny\"",
    "\"applyActions\":[{\"@odata.type\":\"#microsoft.graph.disableAndDeleteUserApplyAction\"}]"
  };

  @Test
  void whatIsNotAppliedThenWaits() {
    var series = review(STOPPABLE);
    var instance = instancePath(series, latest(series));
    json("{\"decision\":\"Deny\"}").post(instance + "/batchRecordDecisions").then().statusCode(204);
    applying(latest(series));

    stopApplying(instance).statusCode(204);
    advance("P30D");

    request().get(instance).then().body("status", is("Completed"));
    request().get(path(series)).then().body("status", is("Completed"));
    assertThat(rows.strings("select apply_result from access_review_decision_item"))
        .containsExactly("New");
    request().get("/v1.0" + user("guest")).then().body("accountEnabled", is(true));
    json("").post(instance + "/applyDecisions").then().statusCode(204);
    request().get(instance).then().body("status", is("Applied"));
    request().get("/v1.0" + user("guest")).then().body("accountEnabled", is(false));
  }

  @Test
  void whatIsNotBeingAppliedIsRefused() {
    var series = review(STOPPABLE);
    var instance = instancePath(series, latest(series));

    refused(instance);
    stop(instance);
    request().get(instance).then().body("status", is("Applied"));
    refused(instance);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void reviewsWithoutOneOfItsSettingsAreRefused(int missing) {
    var settings = STOPPABLE.clone();
    settings[missing] = "\"mailNotificationsEnabled\":false";
    var series = review(settings);
    applying(latest(series));

    refused(instancePath(series, latest(series)));
  }

  private static String review(String... settings) {
    Organisation.user("guest", ",\"userType\":\"Guest\"");
    Organisation.users("boss");
    Organisation.group("staff", "guest");
    return start(reviewOf("staff", user("boss")).with("settings", once(3, settings)));
  }

  /** No call leads to a state that lasts as long as a statement does. */
  private void applying(String instance) {
    rows.execute(
        """
        update access_review_instance
        set status = 'Applying', next_transition_at = '2026-01-20Z' where id = ?::uuid""",
        instance);
  }

  private void refused(String instance) {
    changesNothing(
        () ->
            stopApplying(instance)
                .statusCode(409)
                .body("error.code", is("Conflict"))
                .body("error.innerError.code", is("instanceNotApplying"))
                .body("error.target", is("status")));
  }

  private static ValidatableResponse stopApplying(String instance) {
    return json("").post(instance.replace("/v1.0/", "/beta/") + "/stopApplyDecisions").then();
  }
}
