package accessreviews.life.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A guest who is denied is blocked, and deleted 30 days after the last denial. */
@QuarkusTest
class DeniedGuestsHttpTest extends LifeHttpTest {
  private static final String DENY = "{\"decision\":\"Deny\",\"justification\":\"gone\"}";

  @BeforeEach
  void guests() {
    Organisation.user("guest", ",\"userType\":\"Guest\"");
    Organisation.user("welcome", ",\"userType\":\"Guest\"");
    Organisation.users("boss", "ada");
    Organisation.group("staff", "guest", "welcome", "ada");
  }

  @Test
  void aDeniedGuestIsBlockedAndDeletedAfterThirtyDays() {
    denyAll();

    guest("guest").statusCode(200).body("accountEnabled", is(false));
    assertThat(membersNow("staff")).as("guests are blocked first").hasSize(2);
    enable("welcome");
    advance("P30D");

    guest("guest").statusCode(404);
    guest("welcome").statusCode(200).body("accountEnabled", is(true));
    assertThat(membersNow("staff")).hasSize(1);
  }

  /** With or without being enabled in between. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aGuestWhoIsDeniedAgainHasThirtyDaysMore(boolean enabledBefore) {
    denyAll();
    advance("P5D");
    if (enabledBefore) {
      enable("guest");
    }
    advance("P5D");
    denyAll();

    advance("P21D");
    guest("guest").statusCode(200).body("accountEnabled", is(false));
    advance("P10D");
    guest("guest").statusCode(404);
  }

  /** Enabling cancels the deletion, also for one who is blocked for another reason later. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aGuestWhoIsEnabledIsNotDeletedWhateverFollows(boolean byImport) {
    denyAll();
    if (byImport) {
      importEnabled("guest");
    } else {
      enable("guest");
    }
    json("{\"accountEnabled\":false}").patch("/v1.0" + user("guest")).then().statusCode(204);

    advance("P40D");

    guest("guest").statusCode(200).body("accountEnabled", is(false));
    guest("welcome").statusCode(404);
  }

  private static void enable(String name) {
    json("{\"accountEnabled\":true}").patch("/v1.0" + user(name)).then().statusCode(204);
  }

  private static void importEnabled(String name) {
    request()
        .contentType("text/csv")
        .body(
            "id,displayName,userPrincipalName,accountEnabled\n%s,%s,%s@contoso.com,true"
                .formatted(Organisation.id(name), name, name))
        .put("/directory/import?type=users")
        .then()
        .statusCode(200);
  }

  /** A review of all members ends, in which everybody was denied. */
  private static void denyAll() {
    var series =
        start(
            reviewOf("staff", user("boss"))
                .with(
                    "settings",
                    once(
                        3,
                        "\"autoApplyDecisionsEnabled\":true",
                        "\"applyActions\":[{\"@odata.type\":"
                            + "\"#microsoft.graph.disableAndDeleteUserApplyAction\"}]")));
    var instance = instancePath(series, latest(series));
    json(DENY).post(instance + "/batchRecordDecisions").then().statusCode(204);
    json("").post(instance + "/stop").then().statusCode(204);
  }

  private static ValidatableResponse guest(String name) {
    return request().get("/v1.0" + user(name) + "?$select=id,accountEnabled").then();
  }
}
