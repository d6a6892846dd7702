package accessreviews.definitions.settings;

import static accessreviews.testing.GraphRefusal.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import accessreviews.odata.bodies.GraphJson;
import accessreviews.refusal.Refusal;
import accessreviews.testing.rows.Series;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stages of a series: their order, their length, and what of them can change. */
class StagePlanTest {
  private static final ObjectMapper JSON = GraphJson.configure(new ObjectMapper());
  private static final String STAGE =
      """
      {"stageId":"1","durationInDays":2,"recommendationsEnabled":false,
       "decisionsThatWillMoveToNextStage":["Approve"],
       "reviewers":%s,"fallbackReviewers":%s}"""
          .formatted(Series.scopes(Series.ANN), Series.scopes(Series.BOB));

  @ParameterizedTest
  @ValueSource(strings = {"", "1:", "1: 2:1", "1: 2:1 3:2"})
  void stagesFollowOneAnother(String stages) {
    assertThatCode(() -> plan(stages).requireSequence()).doesNotThrowAnyException();
  }

  /** A stage is its stageId, a colon, and the stages it depends on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2:              | stageSettings[0].stageId   | expected '1', its place in the order
          1:1             | stageSettings[0].dependsOn | expected [], the stage before it
          1: 1:1          | stageSettings[1].stageId   | expected '2', its place in the order
          1: 2:           | stageSettings[1].dependsOn | expected [1], the stage before it
          1: 2:2          | stageSettings[1].dependsOn | expected [1], the stage before it
          1: 3:1          | stageSettings[1].stageId   | expected '2', its place in the order
          2:1 1:          | stageSettings[0].stageId   | expected '1', its place in the order
          1: 2:1 3:1      | stageSettings[2].dependsOn | expected [2], the stage before it
          1: 2:1 3:1,2    | stageSettings[2].dependsOn | expected [2], the stage before it
          1: 2:1 3:2 4:3  | stageSettings              | expected at most 3 stages
          """)
  void stagesInAnyOtherOrderAreRefused(String stages, String target, String says) {
    var refused = thrownBy(() -> plan(stages).requireSequence());

    assertThat(refused.reason()).isEqualTo(Refusal.INVALID_PROPERTY_VALUE);
    assertThat(refused.target()).isEqualTo(target);
    assertThat(refused.sentence()).contains(says);
  }

  @Test
  void aPlanLastsAsLongAsItsStagesTogether() {
    assertThat(plan("").durationInDays()).isZero();
    assertThat(plan("1: 2:1 3:2").durationInDays()).isEqualTo(6);
  }

  @Test
  void afterAStageComesTheOneThatDependsOnIt() {
    var plan = plan("1: 2:1 3:2");

    assertThat(plan.first().map(StageSettings::stageId)).contains("1");
    assertThat(plan.after("1").map(StageSettings::stageId)).contains("2");
    assertThat(plan.after("2").map(StageSettings::stageId)).contains("3");
    assertThat(plan.after("3")).isEmpty();
    assertThat(plan("").first()).isEmpty();
  }

  @Test
  void aStageWithoutReviewersIsASelfReviewAndIsReadBackAsOne() {
    var settled = plan("1:").settled().readBack();

    assertThat(JSON.valueToTree(settled).toString())
        .isEqualTo(
            "[{\"stageId\":\"1\",\"dependsOn\":[],\"durationInDays\":2,"
                + "\"recommendationsEnabled\":false,\"recommendationInsightSettings\":[],"
                + "\"decisionsThatWillMoveToNextStage\":[],\"reviewers\":[],"
                + "\"fallbackReviewers\":[]}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          reviewers         | ./owners | ./owners
          reviewers         | []       | []
          fallbackReviewers | ./owners | ./owners
          fallbackReviewers | []       | []
          fallbackReviewers | -        | []
          """)
  void reviewersOfAStageCanChange(String member, @Nullable String value, String after) {
    var changed = stored().replacedBy(read(STAGE, member, reviewers(value)));

    assertThat(JSON.<JsonNode>valueToTree(changed).get(0).get(member))
        .isEqualTo(tree(Objects.requireNonNull(reviewers(after))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stageId                          | "2"
          dependsOn                        | ["1"]
          durationInDays                   | 3
          recommendationsEnabled           | true
          recommendationLookBackDuration   | "P30D"
          decisionsThatWillMoveToNextStage | ["Deny"]
          decisionsThatWillMoveToNextStage | []
          recommendationInsightSettings    | [{"@odata.type":"#microsoft.graph.groupPeerOutlierRecommendationInsightSettings"}]
          """)
  void nothingElseInAStageCanChange(String member, String value) {
    var refused = thrownBy(() -> stored().replacedBy(read(STAGE, member, value)));

    assertThat(refused.reason()).isEqualTo(Refusal.PROPERTY_NOT_UPDATABLE);
    assertThat(refused.target()).isEqualTo("stageSettings[0]");
    assertThat(refused.sentence())
        .isEqualTo("In 'stageSettings[0]' only reviewers and fallbackReviewers can be changed.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1: 2:1", "1: 2:1 3:2"})
  void stagesCanNeitherBeAddedNorTakenAway(String requested) {
    var refused = thrownBy(() -> stored().replacedBy(plan(requested)));

    assertThat(refused.reason()).isEqualTo(Refusal.PROPERTY_NOT_UPDATABLE);
    assertThat(refused.target()).isEqualTo("stageSettings");
  }

  @Test
  void aStageDoesNotLoseItsReviewersBySilence() {
    var silent = read(STAGE, "reviewers", null);

    var refused = thrownBy(() -> stored().replacedBy(silent));

    assertThat(refused.reason()).isEqualTo(Refusal.REQUIRED_PROPERTY_MISSING);
    assertThat(refused.target()).isEqualTo("stageSettings[0].reviewers");
    assertThat(refused.sentence()).contains("send [] for self-review");
    assertThat(plan("1:").settled().replacedBy(plan("1:"))).isEqualTo(plan("1:").settled());
  }

  private static StagePlan stored() {
    return read(STAGE, "stageId", "\"1\"").settled();
  }

  /** The stage {@code json} with another {@code member}; without it where the value is null. */
  private static StagePlan read(String json, String member, @Nullable String value) {
    var stage = Series.of(json);
    var changed = value == null ? stage.without(member) : stage.with(member, value);
    return plan(changed.json(), JSON);
  }

  private static StagePlan plan(String stages) {
    return plan(
        Arrays.stream(stages.split(" "))
            .filter(stage -> !stage.isEmpty())
            .map(StagePlanTest::stage)
            .collect(Collectors.joining(",")),
        JSON);
  }

  private static StagePlan plan(String stages, ObjectMapper mapper) {
    try {
      return mapper.readValue("[" + stages + "]", StagePlan.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(stages, e);
    }
  }

  private static String stage(String text) {
    var parts = text.split(":", -1);
    return "{\"stageId\":\"%s\",\"dependsOn\":[%s],\"durationInDays\":2}"
        .formatted(parts[0], parts[1]);
  }

  private static @Nullable String reviewers(@Nullable String query) {
    return query == null || query.equals("[]") ? query : Series.scopes(query);
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
