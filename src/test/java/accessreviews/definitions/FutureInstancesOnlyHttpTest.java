package accessreviews.definitions;

import static accessreviews.testing.rows.Series.ANN;
import static accessreviews.testing.rows.Series.BOB;
import static accessreviews.testing.rows.Series.CLEO;
import static accessreviews.testing.rows.Series.OWNERS;
import static accessreviews.testing.rows.Series.aSeries;
import static accessreviews.testing.rows.Series.aStagedSeries;
import static accessreviews.testing.rows.Series.aWeeklySeries;
import static accessreviews.testing.rows.Series.scopes;
import static accessreviews.testing.rows.Series.stage;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** An update changes the instances to come: one that runs stays as it is, to its end. */
@QuarkusTest
class FutureInstancesOnlyHttpTest extends DefinitionHttpTest {
  @Test
  void aPutLeavesTheRunningInstanceAloneAndTheNextOneHasTheNewReviewers() {
    var id = created(aWeeklySeries().reviewedBy(ANN).withFallback(BOB));
    var running = storedInstances(id);
    var shownBefore = instances(id);

    changes(
        json(aWeeklySeries()
                .named("other")
                .reviewedBy(BOB, CLEO)
                .withFallback(OWNERS)
                .with("settings.mailNotificationsEnabled", "true")
                .json())
            .put(path(id)));

    assertThat(storedInstances(id)).isEqualTo(running);
    assertThat(instances(id)).isEqualTo(shownBefore).hasSize(1);

    advance("P7D");

    var both = instances(id);
    assertThat(both).hasSize(2);
    assertThat(both.at("/0/reviewers")).isEqualTo(tree(scopes("/v1.0" + ANN)));
    assertThat(both.at("/0/fallbackReviewers")).isEqualTo(tree(scopes("/v1.0" + BOB)));
    assertThat(both.at("/1/reviewers")).isEqualTo(tree(scopes("/v1.0" + BOB, "/v1.0" + CLEO)));
    assertThat(both.at("/1/fallbackReviewers")).isEqualTo(tree(scopes("/v1.0" + OWNERS)));
    assertThat(
            rows.strings(
                "select settings ->> 'mailNotificationsEnabled' from access_review_instance"
                    + " order by occurrence"))
        .containsExactly("false", "true");
  }

  @Test
  void aPatchLeavesTheRunningInstanceAloneAndTheNextOneHasTheNewReviewers() {
    var id = created(aWeeklySeries());
    var running = storedInstances(id);

    changes(json("{\"reviewers\":" + scopes(CLEO) + "}").patch(path(id)));

    assertThat(storedInstances(id)).isEqualTo(running);
    advance("P7D");
    assertThat(instances(id).at("/0/reviewers")).isEqualTo(tree(scopes("/v1.0" + ANN)));
    assertThat(instances(id).at("/1/reviewers")).isEqualTo(tree(scopes("/v1.0" + CLEO)));
  }

  @Test
  void theStagesStillToComeOfARunningInstanceKeepTheirReviewers() {
    var id = created(aStagedSeries());
    var running = storedInstances(id);

    changes(
        json("{\"stageSettings\":[" + stage(1, CLEO) + "," + stage(2, OWNERS) + "]}")
            .patch(path(id)));

    assertThat(storedInstances(id)).isEqualTo(running);
    advance("P2D"); // the second stage of the running instance begins
    assertThat(stagesOf(id, 0).at("/1/reviewers/0/query").asText()).isEqualTo(BOB);

    advance("P7D"); // so does that of the next instance
    assertThat(stagesOf(id, 0).at("/0/reviewers/0/query").asText()).isEqualTo(ANN);
    assertThat(stagesOf(id, 1).at("/0/reviewers/0/query").asText()).isEqualTo(CLEO);
    assertThat(stagesOf(id, 1).at("/1/reviewers/0/query").asText()).isEqualTo(OWNERS);
  }

  @Test
  void anotherDurationEndsTheNextInstanceEarlierAndNotTheRunningOne() {
    var id = created(aWeeklySeries());

    changes(json("{\"settings\":{\"instanceDurationInDays\":2}}").patch(path(id)));
    advance("P8D");

    assertThat(instances(id).at("/0/endDateTime").asText()).isEqualTo("2026-01-12T00:00:00Z");
    assertThat(instances(id).at("/1/endDateTime").asText()).isEqualTo("2026-01-14T00:00:00Z");
  }

  @Test
  void anEarlierEndOfTheRecurrenceLetsTheRunningInstanceEndAndStartsNoOther() {
    var id = created(aWeeklySeries());
    var running = storedInstances(id);

    changes(
        json("""
                {"settings":{"recurrence":{"range":{"type":"endDate","endDate":"2026-01-06"}}}}""")
            .patch(path(id)));

    assertThat(storedInstances(id)).isEqualTo(running);
    advance("P30D");
    assertThat(instances(id)).hasSize(1);
    assertThat(instances(id).at("/0/endDateTime").asText()).isEqualTo("2026-01-12T00:00:00Z");
    assertThat(instances(id).at("/0/status").asText()).isEqualTo("Completed");
    assertThat(shown(id).get("status").asText()).isEqualTo("Completed");
  }

  @Test
  void aSeriesThatHasNotStartedStartsAsItWasUpdated() {
    var id =
        created(
            aSeries()
                .with(
                    "settings",
                    """
                    {"instanceDurationInDays":1,"recurrence":{"pattern":null,
                     "range":{"type":"noEnd","startDate":"2026-01-10"}}}"""));
    assertThat(instances(id)).isEmpty();

    changes(json("{\"reviewers\":" + scopes(BOB) + "}").patch(path(id)));
    advance("P7D");

    assertThat(instances(id).at("/0/reviewers")).isEqualTo(tree(scopes("/v1.0" + BOB)));
    assertThat(instances(id).at("/0/startDateTime").asText()).isEqualTo("2026-01-10T00:00:00Z");
  }

  @Test
  void aPutOfTheWholeSeriesDoesNotMoveItsNextStart() {
    var id = created(aWeeklySeries());
    advance("P3D");

    changes(json(aWeeklySeries().named("other").json()).put(path(id)));
    advance("P18D"); // 26 January, a Monday

    assertThat(rows.strings("select occurrence::text from access_review_instance order by 1"))
        .containsExactly("2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26");
  }

  private static JsonNode instances(String id) {
    return shown(request().get(path(id) + "/instances")).get("value");
  }

  private static JsonNode stagesOf(String id, int instance) {
    var of = instances(id).get(instance).get("id").asText();
    return shown(request().get(path(id) + "/instances/" + of + "/stages")).get("value");
  }
}
