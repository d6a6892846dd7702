package accessreviews.definitions.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import accessreviews.odata.bodies.GraphJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of a series, their defaults and limits. */
class ScheduleSettingsTest {
  private static final ObjectMapper JSON = GraphJson.configure(new ObjectMapper());
  private static final String DEFAULTS =
      """
      {"mailNotificationsEnabled":false,"reminderNotificationsEnabled":false,\
      "justificationRequiredOnApproval":false,"defaultDecisionEnabled":false,\
      "defaultDecision":"None","instanceDurationInDays":0,"autoApplyDecisionsEnabled":false,\
      "recommendationsEnabled":false,"recommendationLookBackDuration":null,\
      "decisionHistoriesForReviewersEnabled":false,"recurrence":null,"applyActions":[],\
      "recommendationInsightSettings":[]}""";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"unknown\":1}",
        """
        {"mailNotificationsEnabled":null,"reminderNotificationsEnabled":null,
         "justificationRequiredOnApproval":null,"defaultDecisionEnabled":null,
         "defaultDecision":null,"instanceDurationInDays":null,"autoApplyDecisionsEnabled":null,
         "recommendationsEnabled":null,"recommendationLookBackDuration":null,
         "decisionHistoriesForReviewersEnabled":null,"recurrence":null,"applyActions":null,
         "recommendationInsightSettings":null}"""
      })
  void whatIsLeftOutOrNullHasItsDocumentedDefault(String json) throws JsonProcessingException {
    assertThat(JSON.writeValueAsString(read(json))).isEqualTo(DEFAULTS);
  }

  @Test
  void applyingRemovesAccessWhereNothingElseIsSaid() throws JsonProcessingException {
    var disable = "[{\"@odata.type\":\"#microsoft.graph.disableAndDeleteUserApplyAction\"}]";

    assertThat(applyActions(read("{}").readBack()))
        .isEqualTo("[{\"@odata.type\":\"#microsoft.graph.removeAccessApplyAction\"}]");
    assertThat(applyActions(read("{\"applyActions\":" + disable + "}").readBack()))
        .isEqualTo(disable);
  }

  @Test
  void readingBackChangesNothingButTheApplyActions() throws JsonProcessingException {
    var settings =
        """
        {"mailNotificationsEnabled":true,"reminderNotificationsEnabled":true,
         "justificationRequiredOnApproval":true,"defaultDecisionEnabled":true,
         "defaultDecision":"Deny","instanceDurationInDays":3,"autoApplyDecisionsEnabled":true,
         "recommendationsEnabled":true,"recommendationLookBackDuration":"P30D",
         "decisionHistoriesForReviewersEnabled":true,
         "recurrence":{"range":{"type":"endDate","startDate":"2026-01-05","endDate":"2026-01-09"}},
         "recommendationInsightSettings":[{"@odata.type":
           "#microsoft.graph.userLastSignInRecommendationInsightSetting",
           "recommendationLookBackDuration":"P30D","signInScope":"tenant"}]%s}""";
    var removeAccess =
        ",\"applyActions\":[{\"@odata.type\":\"#microsoft.graph.removeAccessApplyAction\"}]";

    assertThat(read(settings.formatted("")).readBack())
        .isEqualTo(read(settings.formatted(removeAccess)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3650})
  void anInstanceIsOpenForUpToTenYears(int days) throws JsonProcessingException {
    assertThat(read("{\"instanceDurationInDays\":" + days + "}").instanceDurationInDays())
        .isEqualTo(days);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3651, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void noOtherDurationIsTaken(int days) {
    assertThatThrownBy(() -> read("{\"instanceDurationInDays\":" + days + "}"))
        .hasMessageContaining(
            "The value of 'instanceDurationInDays' is not valid: expected a number of days from 0"
                + " to 3650.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                   | false
          {"recurrence":null}                                                  | false
          {"recurrence":{"range":{"type":"noEnd","startDate":"2026-01-05"}}}   | false
          {"recurrence":{"pattern":null}}                                      | false
          {"recurrence":{"pattern":{"type":"weekly","interval":1},"range":{"type":"noEnd","startDate":"2026-01-05"}}} | true
          """)
  void aSeriesRecursWhenItHasAPattern(String json, boolean recurring)
      throws JsonProcessingException {
    assertThat(read(json).isRecurring()).isEqualTo(recurring);
  }

  private static String applyActions(ScheduleSettings settings) {
    return JSON.<JsonNode>valueToTree(settings).get("applyActions").toString();
  }

  private static ScheduleSettings read(String json) throws JsonProcessingException {
    return JSON.readValue(json, ScheduleSettings.class);
  }
}
