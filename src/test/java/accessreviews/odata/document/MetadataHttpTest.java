package accessreviews.odata.document;

import static accessreviews.testing.rows.Series.aStagedSeries;
import static accessreviews.testing.rows.Series.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import accessreviews.testing.Csdl;
import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The CSDL document says what is on the wire, and nothing else is. */
@Endpoint
@QuarkusTest
class MetadataHttpTest extends UpdateHttpTest {
  private static final String EVERY_SETTING =
      """
      {"mailNotificationsEnabled":true,"instanceDurationInDays":7,
       "recommendationLookBackDuration":"P30D",
       "applyActions":[{"@odata.type":"#microsoft.graph.removeAccessApplyAction"},
         {"@odata.type":"#microsoft.graph.disableAndDeleteUserApplyAction"}],
       "recommendationInsightSettings":[
         {"@odata.type":"#microsoft.graph.userLastSignInRecommendationInsightSetting",
          "recommendationLookBackDuration":"P30D","signInScope":"tenant"},
         {"@odata.type":"#microsoft.graph.groupPeerOutlierRecommendationInsightSettings"}],
       "recurrence":{"pattern":{"type":"weekly","interval":1,"daysOfWeek":["monday"]},
         "range":{"type":"endDate","startDate":"2026-01-05","endDate":"2026-12-31"}}}""";
  private static final String MEMBERSHIPS =
      """
      {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope",
       "principalScopes":[
         {"@odata.type":"#microsoft.graph.accessReviewInactiveUsersQueryScope","query":"/users",
          "queryType":"MicrosoftGraph","inactiveDuration":"P30D"}],"resourceScopes":[RESOURCE]}""";
  private static final String RECIPIENTS =
      """
      [{"notificationTemplateType":"CompletedAdditionalRecipients","notificationRecipientScope":
        {"@odata.type":"#microsoft.graph.accessReviewNotificationRecipientQueryScope",
         "query":"/users/1ed8ac56-4827-4733-8f80-86adc2e67db5","queryType":"MicrosoftGraph"}}]""";

  /** C34: v1.0 takes it, and shows it where it was sent, so that what is read can be sent back. */
  private static final String SHOWN_IN_BOTH =
      "accessReviewStageSettings.recommendationLookBackDuration is not in the document";

  @ParameterizedTest
  @ValueSource(strings = {"v1.0", "beta"})
  void isWholeAndInXmlWhateverIsAccepted(String version) throws Exception {
    for (var accept : new String[] {"*/*", "application/xml", "application/json", "text/html"}) {
      var answer =
          request()
              .accept(accept)
              .get("/" + version + "/$metadata")
              .then()
              .statusCode(200)
              .contentType(startsWith("application/xml"))
              .extract();
      assertThat(answer.header("OData-Version")).isEqualTo("4.0");
      assertThat(Csdl.of(answer.asString()).undefined()).isEmpty();
    }
  }

  @Test
  void theDefinitionOfAnInstanceIsReachedInBetaOnly() throws Exception {
    assertThat(csdl("v1.0").named("NavigationProperty", "accessReviewInstance"))
        .containsExactly("contactedReviewers", "decisions", "stages");
    assertThat(csdl("beta").named("NavigationProperty", "accessReviewInstance"))
        .containsExactly("contactedReviewers", "decisions", "definition", "stages");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1.0", "beta"})
  void whatIsOnTheWireIsWhatTheDocumentSays(String version) throws Exception {
    var lookBack = "{\"recommendationLookBackDuration\":\"P10D\",";
    var ids = new ArrayList<String>();
    ids.add(
        created(
            aStagedSeries()
                .with("settings", EVERY_SETTING)
                .with("additionalNotificationRecipients", RECIPIENTS)
                .with(
                    "stageSettings",
                    "[" + stage(1, "./manager").replaceFirst("\\{", lookBack) + "]")
                .json()));
    ids.add(
        created(
            Series.aSeries()
                .with(
                    "scope",
                    MEMBERSHIPS.replace("RESOURCE", Series.scope("/groups/" + Series.GROUP)))
                .with("settings", EVERY_SETTING)
                .json()));
    var csdl = csdl(version);
    var differences = new ArrayList<String>();
    var root = "/" + version + "/identityGovernance/accessReviews";
    differences.addAll(csdl.differences(shown(request().get(root)), "accessReviewSet"));
    for (var id : ids) {
      var series = root + "/definitions/" + id;
      var instance = series + "/instances/" + onlyInstanceOf(id).replaceFirst(".*/", "");
      differences.addAll(
          csdl.differences(shown(request().get(series)), "accessReviewScheduleDefinition"));
      differences.addAll(csdl.differences(shown(request().get(instance)), "accessReviewInstance"));
    }
    var first = root + "/definitions/" + ids.getFirst() + "/instances";
    var list = shown(request().get(first)).get("value");
    assertThat(list).hasSize(1);
    differences.addAll(csdl.differences(list, "accessReviewInstance"));
    var stage =
        shown(request().get(first + "/" + list.get(0).get("id").asText() + "/stages")).get("value");
    assertThat(stage).hasSize(1);
    differences.addAll(csdl.differences(stage, "accessReviewStage"));
    differences.addAll(
        csdl.differences(
            shown(request().get(root + "/definitions")).get("value"),
            "accessReviewScheduleDefinition"));

    assertThat(differences.stream().distinct())
        .isEqualTo(version.equals("v1.0") ? List.of(SHOWN_IN_BOTH) : List.of());
  }

  private static Csdl csdl(String version) throws Exception {
    return Csdl.of(request().get("/" + version + "/$metadata").asString());
  }
}
