package accessreviews.life;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Bodies;
import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.ASeries;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A changed series shows in future instances only. */
@QuarkusTest
class ChangedDefinitionLifeHttpTest extends LifeHttpTest {
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

  @Test
  void otherReviewersOfTheSeriesReviewItsNextInstance() {
    var series = weekly();
    var first = latest(series);

    update(path(series), Bodies.object("\"reviewers\":" + Series.scopes(user("chief"))));
    assertThat(routes(first)).containsExactly("ada by boss", "bob by boss");
    assertThat(contacted(first)).containsExactly("boss");

    advance("P7D");
    assertThat(contacted(first)).containsExactly("boss");
    assertThat(contacted(latest(series))).containsExactly("chief");
    assertThat(routes(latest(series))).containsExactly("ada by chief", "bob by chief");
  }

  @Test
  void theEndOfAnInstanceIsAsItWasSettledAtItsStart() {
    var series = weekly();
    var first = latest(series);

    update(
        path(series),
        """
        {"settings":{"defaultDecisionEnabled":true,"defaultDecision":"Deny",
          "autoApplyDecisionsEnabled":true,"instanceDurationInDays":3}}""");
    advance("P4D");
    assertThat(statusOf(series, first)).isEqualTo("InProgress");
    advance("P1D");
    assertThat(statusOf(series, first)).isEqualTo("Completed");
    assertThat(decisions(first)).containsExactly("ada NotReviewed", "bob NotReviewed");
    assertThat(membersNow("staff")).containsExactly("ada", "bob");

    advance("P5D");
    assertThat(instances(series))
        .containsExactly(
            "2026-01-05T00:00:00Z..2026-01-10T00:00:00Z Completed",
            "2026-01-12T00:00:00Z..2026-01-15T00:00:00Z Applied");
    assertThat(decisions(latest(series))).containsExactly("ada Deny", "bob Deny");
    assertThat(membersNow("staff")).isEmpty();
  }

  @Test
  void otherReviewersOfAStageOfTheSeriesReviewTheNextInstance() {
    var stages = "[%s,%s]".formatted(stage(1, 2, "", user("boss")), stage(2, 2, "", user("boss")));
    var series =
        start(
            reviewOf("staff")
                .without("reviewers")
                .with("stageSettings", stages)
                .with("settings", settings(0, "weekly 1", "2026-01-05..")));
    var first = latest(series);

    update(
        path(series),
        "{\"stageSettings\":[%s,%s]}"
            .formatted(stage(1, 2, "", user("chief")), stage(2, 2, "", user("chief"))));
    advance("P2D");
    assertThat(contacted(first)).containsExactly("boss", "boss");
    assertThat(routes(first)).containsExactly("ada by boss", "bob by boss");

    advance("P5D");
    assertThat(contacted(first)).containsExactly("boss", "boss");
    assertThat(contacted(latest(series))).containsExactly("chief");
  }

  @Test
  void anotherRecurrenceStartsAfterTheInstanceThatRuns() {
    var series = weekly();

    update(
        path(series),
        "{\"settings\":{\"recurrence\":"
            + ASeries.recurrence("monthly 1 20", "2026-01-05..")
            + "}}");
    advance("P2M");

    assertThat(instances(series))
        .containsExactly(
            "2026-01-05T00:00:00Z..2026-01-10T00:00:00Z Completed",
            "2026-01-20T00:00:00Z..2026-01-25T00:00:00Z Completed",
            "2026-02-20T00:00:00Z..2026-02-25T00:00:00Z Completed");
  }

  @Test
  void recommendationsThatAreSwitchedOnShowInTheNextInstance() {
    var series = weekly();
    var first = latest(series);

    update(path(series), "{\"settings\":{\"recommendationsEnabled\":true}}");
    advance("P7D");

    assertThat(recommendations(first))
        .containsExactly("ada NoInfoAvailable", "bob NoInfoAvailable");
    assertThat(recommendations(latest(series))).containsExactly("ada Deny", "bob Deny");
  }
}
