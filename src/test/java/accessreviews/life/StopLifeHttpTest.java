package accessreviews.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stopped before its time: an instance, a stage, a series. The clock stands at 09:00. */
@Endpoint
@QuarkusTest
class StopLifeHttpTest extends LifeHttpTest {
  private static final String DECIDES =
      "\"autoApplyDecisionsEnabled\":true,\"defaultDecisionEnabled\":true,\"defaultDecision\":\"Approve\"";

  @BeforeEach
  void staff() {
    Organisation.users("ada", "bob", "boss", "chief");
    Organisation.group("staff", "ada", "bob");
  }

  private static String weekly(String... settings) {
    return start(
        reviewOf("staff", user("boss"))
            .with("settings", settings(5, "weekly 1", "2026-01-05..", settings)));
  }

  private static String staged(String... settings) {
    return start(
        reviewOf("staff")
            .inStages(stage(1, 2, "", user("boss")), stage(2, 2, "", user("chief")))
            .with("settings", settings(0, "weekly 1", "2026-01-05..", settings)));
  }

  private void refusedAs(String reason, String path) {
    changesNothing(() -> request().post(path + "/stop").then())
        .statusCode(409)
        .body("error.code", is("Conflict"))
        .body("error.innerError.code", is(reason));
  }

  @Test
  void anInstanceThatIsStoppedEndsNowAndTheNextOneStartsAsPlanned() {
    var series = weekly();
    var first = latest(series);
    decide(first, "ada", "Deny");

    stop(instancePath(series, first));
    assertThat(statusOf(series, first)).isEqualTo("Completed");
    assertThat(statusOf(series)).isEqualTo("Completed");
    assertThat(decisions(first)).containsExactly("ada Deny", "bob NotReviewed");
    assertThat(membersNow("staff")).containsExactly("ada", "bob");
    refusedAs("instanceNotInProgress", instancePath(series, first));

    advance("P7D");
    assertThat(statusOf(series, first)).isEqualTo("Completed");
    assertThat(statusOf(series, latest(series))).isEqualTo("InProgress");
    assertThat(instanceIds(series)).hasSize(2);
  }

  @Test
  void whatWasDecidedByTheStopIsApplied() {
    var series = weekly(DECIDES);
    decide(latest(series), "ada", "Deny");

    stop(instancePath(series, latest(series)));

    assertThat(statusOf(series, latest(series))).isEqualTo("Applied");
    assertThat(decisions(latest(series))).containsExactly("ada Deny", "bob Approve");
    assertThat(membersNow("staff")).containsExactly("bob");
    refusedAs("instanceNotInProgress", instancePath(series, latest(series)));
  }

  @Test
  void aStageThatIsStoppedMakesWayForTheNextOne() {
    var series = staged(DECIDES);
    var instance = latest(series);
    decide(instance, "ada", "Deny");

    var first = stagePath(series, instance, 0);
    stop(first);
    assertThat(stages(series, 0))
        .containsExactly(
            "2026-01-05T00:00:00Z..2026-01-07T00:00:00Z Completed",
            "2026-01-05T09:00:00Z..2026-01-07T09:00:00Z InProgress");
    assertThat(statusOf(series, instance)).isEqualTo("InProgress");
    assertThat(routes(instance)).containsExactly("ada by chief", "bob by chief");
    refusedAs("stageNotInProgress", first);

    clockAt(NOW.plusSeconds(2 * 86_400 - 1));
    assertThat(statusOf(series, instance)).isEqualTo("InProgress");
    clockAt(NOW.plusSeconds(2 * 86_400));
    assertThat(statusOf(series, instance)).isEqualTo("Applied");
    assertThat(membersNow("staff")).containsExactly("bob");
  }

  @Test
  void theLastStageThatIsStoppedEndsTheInstance() {
    var series = staged();
    var instance = latest(series);
    advance("P3D");

    stop(stagePath(series, instance, 1));

    assertThat(statusOf(series, instance)).isEqualTo("Completed");
    assertThat(stages(series, 0))
        .containsExactly(
            "2026-01-05T00:00:00Z..2026-01-07T00:00:00Z Completed",
            "2026-01-07T00:00:00Z..2026-01-09T00:00:00Z Completed");
    refusedAs("stageNotInProgress", stagePath(series, instance, 1));
    refusedAs("instanceNotInProgress", instancePath(series, instance));
  }

  @Test
  void anInstanceThatIsStoppedTakesItsStageAlong() {
    var series = staged();
    var instance = latest(series);

    stop(instancePath(series, instance));

    assertThat(statusOf(series, instance)).isEqualTo("Completed");
    assertThat(stages(series, 0))
        .containsExactly("2026-01-05T00:00:00Z..2026-01-07T00:00:00Z Completed");
    advance("P3D");
    assertThat(stages(series, 0)).hasSize(1);
  }

  /** A month may be shorter than the instance that it begins with: then two of them run. */
  @Test
  void aSeriesThatIsStoppedEndsAllItsInstancesAndStartsNoMore() {
    var series =
        start(
            reviewOf("staff", user("boss"))
                .with("settings", settings(31, "monthly 1", "2026-01-31..", DECIDES)));
    advance("P56D");
    assertThat(instances(series)).allMatch(one -> one.endsWith(" InProgress")).hasSize(2);
    decide(latest(series), "ada", "Deny");

    stop(path(series));

    assertThat(instances(series)).allMatch(one -> one.endsWith(" Applied")).hasSize(2);
    assertThat(statusOf(series)).isEqualTo("Applied");
    assertThat(membersNow("staff")).containsExactly("bob");
    advance("P6M");
    assertThat(instances(series)).hasSize(2);
  }

  @Test
  void aSeriesOfStagesThatIsStoppedEnds() {
    var series = staged();
    advance("P3D");

    stop(path(series));

    assertThat(statusOf(series)).isEqualTo("Completed");
    assertThat(stages(series, 0)).allMatch(one -> one.endsWith(" Completed")).hasSize(2);
    advance("P30D");
    assertThat(instanceIds(series)).hasSize(1);
  }

  @Test
  void aSeriesThatIsStoppedBeforeItBeganNeverBegins() {
    var series =
        start(
            reviewOf("staff", user("boss"))
                .with("settings", settings(5, "weekly 1", "2026-02-02..")));

    stop(path(series));
    assertThat(statusOf(series)).isEqualTo("Completed");

    advance("P1Y");
    assertThat(instanceIds(series)).isEmpty();
    assertThat(statusOf(series)).isEqualTo("Completed");
  }

  @Test
  void aStopBetweenTwoOccurrencesChangesNothingThatIsOver() {
    var series = weekly();
    advance("P6D");
    var instance = latest(series);

    stop(path(series));
    stop(path(series));

    assertThat(statusOf(series, instance)).isEqualTo("Completed");
    assertThat(statusOf(series)).isEqualTo("Completed");
    advance("P30D");
    assertThat(instanceIds(series)).containsExactly(instance);
  }

  @Test
  void aStoppedSeriesStaysStoppedWhateverItsRecurrenceBecomes() {
    var series =
        start(
            reviewOf("staff", user("boss"))
                .with("settings", settings(3, "weekly 1", "2026-01-05..")));
    request().post(path(series) + "/stop").then().statusCode(204);

    json("{\"settings\":" + settings(3, "weekly 2", "2026-01-05..") + "}")
        .patch(path(series))
        .then()
        .statusCode(204);
    advance("P1M");

    assertThat(instances(series))
        .containsExactly("2026-01-05T00:00:00Z..2026-01-08T00:00:00Z Completed");
    assertThat(statusOf(series)).isEqualTo("Completed");
  }
}
