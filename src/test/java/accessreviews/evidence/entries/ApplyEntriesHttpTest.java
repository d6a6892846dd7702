package accessreviews.evidence.entries;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether decisions are applied is entered in the evidence log, with the guard's figures. */
@QuarkusTest
class ApplyEntriesHttpTest extends LifeHttpTest {
  private static final String MEMBERS =
      "type at actor definitionId instanceId resource principals denied percent count tooMuch";

  private final Entries entries = new Entries(rows);

  @Test
  void whatIsHeldBackAndConfirmed() {
    var instance = deniedReviewOf(12, "\"autoApplyDecisionsEnabled\":true");
    advance("P4D");
    json("").post(instance + "/applyDecisions").then().statusCode(409);
    assertThat(entries.types()).doesNotContain("apply.confirmed");
    json("{\"confirm\":true}").post(instance + "/applyDecisions").then().statusCode(204);

    assertThat(entries.types()).endsWith("instance.ended", "apply.held", "apply.confirmed");
    assertFigures("apply.held", "\"resource\":\"staff\",\"principals\":12,\"denied\":12", true);
    assertFigures(
        "apply.confirmed", "\"resource\":\"staff\",\"principals\":12,\"denied\":12", true);
    assertThat(entries.only("apply.held").at("/actor/displayName").asText())
        .isEqualTo("Access Reviews");
  }

  @Test
  void whatTheGuardLetsPassIsConfirmedByTheCall() {
    var instance = deniedReviewOf(3, "\"mailNotificationsEnabled\":false");
    advance("P4D");
    json("").post(instance + "/applyDecisions").then().statusCode(204);

    assertThat(entries.types()).endsWith("instance.ended", "apply.confirmed");
    assertFigures("apply.confirmed", "\"resource\":\"staff\",\"principals\":3,\"denied\":3", false);
  }

  @Test
  void applyingThatIsStopped() {
    var instance =
        deniedReviewOf(
            2,
            "\"autoApplyDecisionsEnabled\":true",
            "\"defaultDecisionEnabled\":true",
            "\"defaultDecision\":\"Deny\"",
            "\"applyActions\":[{\"@odata.type\":\"#microsoft.graph.disableAndDeleteUserApplyAction\"}]");
    rows.execute(
        """
        update access_review_instance
        set status = 'Applying', next_transition_at = '2026-01-20Z'""");
    json("")
        .post(instance.replace("/v1.0/", "/beta/") + "/stopApplyDecisions")
        .then()
        .statusCode(204);

    assertFigures("apply.stopped", "\"resource\":\"staff\",\"principals\":2,\"denied\":2", false);
  }

  private void assertFigures(String type, String removed, boolean tooMuch) {
    var entry = entries.only(type);
    assertThat(String.join(" ", Entries.members(entry))).isEqualTo(MEMBERS);
    assertThat(entry.toString())
        .endsWith(removed + ",\"percent\":50,\"count\":10,\"tooMuch\":" + tooMuch + "}");
  }

  /** The path of a running instance of three days in which all of {@code members} are denied. */
  private static String deniedReviewOf(int members, String... settings) {
    var names = IntStream.range(0, members).mapToObj(i -> "member" + i).toArray(String[]::new);
    Organisation.users(names);
    Organisation.users("boss");
    Organisation.group("staff", names);
    var series = start(reviewOf("staff", user("boss")).with("settings", once(3, settings)));
    var instance = instancePath(series, latest(series));
    json("{\"decision\":\"Deny\"}").post(instance + "/batchRecordDecisions").then().statusCode(204);
    return instance;
  }
}
