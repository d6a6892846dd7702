package accessreviews.life.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stage after stage: who goes on, to whom, and what comes of it. */
@QuarkusTest
class StagesMovingLifeHttpTest extends LifeHttpTest {
  @BeforeEach
  void staff() {
    Organisation.users("boss", "chief", "idle", "kept");
    Organisation.activeUser("gone", "2026-01-04T00:00:00Z");
    Organisation.activeUser("busy", "2026-01-04T00:00:00Z");
    Organisation.activeUser("unsure", "2026-01-04T00:00:00Z");
    Organisation.group("staff", "idle", "kept", "gone", "busy", "unsure");
  }

  /** A series of two stages of two days, the boss's and the chief's. */
  private static String twoStages(String moving, String... settings) {
    var moves =
        moving.isEmpty() ? "" : ",\"decisionsThatWillMoveToNextStage\":[%s]".formatted(moving);
    return start(
        reviewOf("staff")
            .inStages(stage(1, 2, moves, user("boss")), stage(2, 2, "", user("chief")))
            .with("settings", settings(0, "weekly 1", "2026-01-05 x1", settings)));
  }

  /** In the first stage three of five are decided; two of the decisions follow the advice. */
  private void answer(String series) {
    decide(latest(series), "kept", "Approve"); // against the recommendation
    decide(latest(series), "gone", "Deny"); // against the recommendation
    decide(latest(series), "unsure", "DontKnow");
  }

  /** Who is reviewed in a stage, by name. */
  private List<String> inStage(String series, int index) {
    return rows.strings(
        """
        select d.principal_name || ' ' || s.decision
        from access_review_stage_decision s
          join access_review_decision_item d on d.id = s.item_id
          join access_review_stage t on t.instance_id = s.instance_id and t.stage_id = s.stage
        where t.id = ?::uuid order by 1""",
        stageIds(series, latest(series)).get(index));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                     | busy, gone, idle, kept, unsure
          "Approve"              | kept
          "Deny"                 | gone
          "NotReviewed"          | busy, idle
          "DontKnow"             | unsure
          "Approve","Deny"       | gone, kept
          "Deny","NotReviewed"   | busy, gone, idle
          "Recommendation"       | ''
          """)
  void onlyTheDecisionsThatMoveGoOnToTheNextStage(String moving, String names) {
    var series = twoStages(moving);
    answer(series);
    assertThat(inStage(series, 0))
        .containsExactly(
            "busy NotReviewed", "gone Deny", "idle NotReviewed", "kept Approve", "unsure DontKnow");

    advance("P2D");

    var expected =
        names.isEmpty()
            ? List.<String>of()
            : Arrays.stream(names.split(", ", -1)).map(name -> name + " NotReviewed").toList();
    assertThat(inStage(series, 1)).containsExactlyElementsOf(expected);
    assertThat(stages(series, 0))
        .containsExactly(
            "2026-01-05T00:00:00Z..2026-01-07T00:00:00Z Completed",
            "2026-01-07T00:00:00Z..2026-01-09T00:00:00Z InProgress");
    assertThat(principals(latest(series)))
        .containsExactly("busy", "gone", "idle", "kept", "unsure");
    assertThat(decisions(latest(series)))
        .containsExactly(
            "busy NotReviewed", "gone Deny", "idle NotReviewed", "kept Approve", "unsure DontKnow");
  }

  @Test
  void decisionsThatFollowTheRecommendationGoOnAsRecommendation() {
    var series = twoStages("\"Recommendation\"");
    decide(latest(series), "kept", "Deny");
    decide(latest(series), "busy", "Approve");
    decide(latest(series), "gone", "Deny");

    advance("P2D");

    assertThat(inStage(series, 1)).containsExactly("busy NotReviewed", "kept NotReviewed");
  }

  @Test
  void itemsThatGoOnAreReviewedByOthersAndTheRestStaysWhereItWas() {
    var series = twoStages("\"Approve\"");
    assertThat(contacted(latest(series))).containsExactly("boss");
    answer(series);

    advance("P2D");

    assertThat(routes(latest(series)))
        .containsExactly(
            "busy by boss", "gone by boss", "idle by boss", "kept by chief", "unsure by boss");
    assertThat(contacted(latest(series))).containsExactly("boss", "chief");
  }

  @Test
  void aLaterStageHasTheLastWord() {
    var series = twoStages("", "\"autoApplyDecisionsEnabled\":true");
    answer(series);
    advance("P2D");
    decide(latest(series), "gone", "Approve");
    decide(latest(series), "kept", "Deny");

    assertThat(inStage(series, 0)).contains("gone Deny", "kept Approve");
    advance("P2D");

    assertThat(statusOf(series)).isEqualTo("Applied");
    assertThat(decisions(latest(series)))
        .containsExactly(
            "busy NotReviewed", "gone Approve", "idle NotReviewed", "kept Deny", "unsure DontKnow");
    assertThat(inStage(series, 0)).contains("gone Deny", "kept Approve");
    assertThat(membersNow("staff")).containsExactly("busy", "gone", "idle", "unsure");
  }

  @Test
  void whatWasDecidedInAnEarlierStageCountsWhereTheLaterOneIsSilent() {
    var series =
        twoStages(
            "",
            "\"autoApplyDecisionsEnabled\":true,\"defaultDecisionEnabled\":true,\"defaultDecision\":\"Approve\"");
    answer(series);

    advance("P4D");

    assertThat(decisions(latest(series)))
        .containsExactly(
            "busy Approve", "gone Deny", "idle Approve", "kept Approve", "unsure DontKnow");
    assertThat(membersNow("staff")).containsExactly("busy", "idle", "kept", "unsure");
  }

  @Test
  void aStageWithoutItemsStillTakesItsTime() {
    var series = twoStages("\"Deny\"");
    advance("P2D");
    assertThat(inStage(series, 1)).isEmpty();
    assertThat(contacted(latest(series))).contains("boss");
    assertThat(statusOf(series)).isEqualTo("InProgress");

    advance("P2D");
    assertThat(statusOf(series)).isEqualTo("Completed");
    assertThat(stages(series, 0)).allMatch(one -> one.endsWith(" Completed")).hasSize(2);
  }

  @Test
  void threeStagesFollowOneAnother() {
    Organisation.manager("busy", "chief");
    var series =
        start(
            reviewOf("staff")
                .inStages(
                    stage(1, 1, ""),
                    stage(
                        2,
                        2,
                        ",\"decisionsThatWillMoveToNextStage\":[\"NotReviewed\"],\"fallbackReviewers\":[{\"query\":\"%s\",\"queryType\":\"MicrosoftGraph\"}]"
                            .formatted(user("boss")),
                        "./manager"),
                    stage(3, 3, "", user("kept")))
                .with("settings", settings(0, "weekly 1", "2026-01-05 x2")));
    assertThat(routes(latest(series)))
        .containsExactly(
            "busy by busy", "gone by gone", "idle by idle", "kept by kept", "unsure by unsure");

    advance("P1D");
    assertThat(routes(latest(series)))
        .containsExactly(
            "busy by chief", "gone by boss", "idle by boss", "kept by boss", "unsure by boss");
    decide(latest(series), "idle", "Deny");

    advance("P2D");
    assertThat(routes(latest(series)))
        .containsExactly(
            "busy by kept", "gone by kept", "idle by boss", "kept by kept", "unsure by kept");
    assertThat(stages(series, 0))
        .containsExactly(
            "2026-01-05T00:00:00Z..2026-01-06T00:00:00Z Completed",
            "2026-01-06T00:00:00Z..2026-01-08T00:00:00Z Completed",
            "2026-01-08T00:00:00Z..2026-01-11T00:00:00Z InProgress");

    advance("P4D");
    assertThat(instances(series))
        .containsExactly(
            "2026-01-05T00:00:00Z..2026-01-11T00:00:00Z Completed",
            "2026-01-12T00:00:00Z..2026-01-18T00:00:00Z InProgress");
    assertThat(stages(series, 1))
        .containsExactly("2026-01-12T00:00:00Z..2026-01-13T00:00:00Z InProgress");
  }
}
