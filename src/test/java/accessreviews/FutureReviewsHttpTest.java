package accessreviews;

import static accessreviews.testing.Bodies.fallbackReviewers;
import static accessreviews.testing.Bodies.object;
import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.Bodies.update;
import static accessreviews.testing.rows.AnInstance.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** An update is for one instance or stage: those that come later are as their series says. */
@QuarkusTest
class FutureReviewsHttpTest extends UpdateHttpTest {

  @Test
  void theNextInstanceHasTheReviewersOfTheSeries() {
    var series =
        created(
            object(
                "\"displayName\":\"weekly\",\"scope\":" + SCOPE,
                reviewers(ADA),
                fallbackReviewers(ADA),
                """
                "settings":{"instanceDurationInDays":3,"recurrence":{
                  "pattern":{"type":"weekly","interval":1},
                  "range":{"type":"noEnd","startDate":"2026-01-05"}}}"""));
    var first = onlyInstanceOf(series);
    var before = shown(request().get(DEFINITIONS + "/" + series));
    shown(json(update(reviewers(BOB), fallbackReviewers(ADA, CLEO))).put(first));
    assertThat(shown(request().get(DEFINITIONS + "/" + series))).isEqualTo(before);

    advance("P7D");
    var instances = shown(request().get(DEFINITIONS + "/" + series + "/instances")).get("value");
    assertThat(instances).hasSize(2);
    assertThat(instances.at("/0/reviewers/0/query").asText()).isEqualTo("/v1.0" + BOB);
    assertThat(instances.at("/0/fallbackReviewers")).hasSize(2);
    assertThat(instances.at("/0/status").asText()).isEqualTo("Completed");
    assertThat(instances.at("/1/reviewers/0/query").asText()).isEqualTo("/v1.0" + ADA);
    assertThat(instances.at("/1/fallbackReviewers")).hasSize(1);
    assertRefused(
        Refusal.conflict("instanceNotInProgress", "status", "is Completed"),
        () -> json(update(reviewers(CLEO))).patch(first));
  }

  @Test
  void theNextStageHasTheReviewersOfTheSeries() {
    var series =
        created(
            object(
                "\"displayName\":\"in two stages\",\"settings\":{},\"scope\":" + SCOPE,
                """
                "stageSettings":[
                  {"stageId":"1","durationInDays":2,"recommendationsEnabled":false,%s,%s},
                  {"stageId":"2","durationInDays":2,"recommendationsEnabled":false,%s,
                   "dependsOn":["1"]}]"""
                    .formatted(reviewers(ADA), fallbackReviewers(ADA), reviewers(ADA))));
    var stages = onlyInstanceOf(series) + "/stages";
    var first = stages + "/" + request().get(stages).path("value[0].id");
    shown(json(object(reviewers(BOB), fallbackReviewers(ADA, CLEO))).patch(first));

    advance("P2D");
    var both = shown(request().get(stages)).get("value");
    assertThat(both).hasSize(2);
    assertThat(both.at("/0/status").asText()).isEqualTo("Completed");
    assertThat(both.at("/0/reviewers/0/query").asText()).isEqualTo(BOB);
    assertThat(both.at("/0/fallbackReviewers")).hasSize(2);
    assertThat(both.at("/1/status").asText()).isEqualTo("InProgress");
    assertThat(both.at("/1/reviewers/0/query").asText()).isEqualTo(ADA);
    assertThat(both.at("/1/fallbackReviewers")).isEmpty();
    assertRefused(
        Refusal.conflict("stageNotUpdatable", "status", "is Completed"),
        () -> json(object(reviewers(CLEO))).patch(first));
  }
}
