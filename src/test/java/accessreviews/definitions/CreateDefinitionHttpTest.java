package accessreviews.definitions;

import static accessreviews.testing.rows.Series.ANN;
import static accessreviews.testing.rows.Series.BOB;
import static accessreviews.testing.rows.Series.GROUP;
import static accessreviews.testing.rows.Series.aSeries;
import static accessreviews.testing.rows.Series.aStagedSeries;
import static accessreviews.testing.rows.Series.scopes;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.GraphRefusal;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Series;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** POST definitions: the series comes into being, everything that was left out filled in. */
@Endpoint
@QuarkusTest
class CreateDefinitionHttpTest extends DefinitionHttpTest {
  private static final String BETA = DEFINITIONS.replace("/v1.0", "/beta");
  private static final String REMOVE_ACCESS =
      "[{\"@odata.type\":\"#microsoft.graph.removeAccessApplyAction\"}]";
  private static final String RECIPIENTS =
      """
      [{"notificationTemplateType":"CompletedAdditionalRecipients","notificationRecipientScope":
        {"@odata.type":"#microsoft.graph.accessReviewNotificationRecipientQueryScope",
         "query":"/groups/%s/members","queryType":"MicrosoftGraph","queryRoot":null}}]"""
          .formatted(GROUP);

  /** What a series is created as when only what is required is sent. */
  private static final String LEAST =
      """
      {"displayName":"Test create","createdDateTime":"2026-01-05T09:00:00Z",
       "lastModifiedDateTime":"2026-01-05T09:00:00Z","status":"NotStarted",
       "descriptionForAdmins":null,"descriptionForReviewers":null,
       "createdBy":{"id":"00000000-0000-0000-0000-000000000000","displayName":null,
        "userPrincipalName":null},
       "scope":{"@odata.type":"#microsoft.graph.accessReviewQueryScope",
        "query":"/groups/%1$s/transitiveMembers","queryType":"MicrosoftGraph","queryRoot":null},
       "instanceEnumerationScope":null,"reviewers":[],"fallbackReviewers":[],
       "settings":{"mailNotificationsEnabled":false,"reminderNotificationsEnabled":false,
        "justificationRequiredOnApproval":false,"defaultDecisionEnabled":false,
        "defaultDecision":"None","instanceDurationInDays":0,"autoApplyDecisionsEnabled":false,
        "recommendationsEnabled":false,"recommendationLookBackDuration":null,
        "decisionHistoriesForReviewersEnabled":false,"recurrence":null,"applyActions":[],
        "recommendationInsightSettings":[]},
       "stageSettings":[],"additionalNotificationRecipients":[]}"""
          .formatted(GROUP);

  @Test
  void whatIsLeftOutIsCreatedAsDocumented() {
    var answer = post(aSeries().without("reviewers").with("settings", "{}"));

    var id = answer.remove("id").asText();
    assertThat(id).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(answer.remove("@odata.context").asText())
        .endsWith("/v1.0/$metadata#identityGovernance/accessReviews/definitions/$entity");
    assertThat(answer).isEqualTo(tree(LEAST));
  }

  @Test
  void aReadShowsQueriesWithServiceRootTheReviewedGroupAndTheApplyAction() {
    var id = created(aSeries().with("settings", "{\"instanceDurationInDays\":1}"));

    var shown = shown(id);

    assertThat(shown.at("/scope/query").asText())
        .isEqualTo("/v1.0/groups/" + GROUP + "/transitiveMembers");
    assertThat(shown.get("instanceEnumerationScope"))
        .isEqualTo(
            tree(Series.scope("/v1.0/groups/" + GROUP).replace("}", ",\"queryRoot\":null}")));
    assertThat(shown.get("reviewers")).isEqualTo(tree(scopes("/v1.0" + ANN)));
    assertThat(shown.at("/settings/applyActions")).isEqualTo(tree(REMOVE_ACCESS));
    assertThat(shown.get("@odata.etag").asText()).isEqualTo(etag(id));
  }

  @Test
  void locationLeadsToTheSeriesUnderTheSameServiceRoot() {
    for (var set : new String[] {DEFINITIONS, BETA}) {
      var answer = json(aSeries().json()).post(set).then().statusCode(201).extract();

      assertThat(answer.header("Location")).endsWith(set + "/" + answer.path("id"));
      assertThat(answer.header("OData-Version")).isEqualTo("4.0");
      assertThat(shown(request().get(answer.header("Location"))).get("id").asText())
          .isEqualTo(answer.<String>path("id"));
    }
  }

  @Test
  void everythingThatIsSentIsKept() {
    var series =
        aSeries()
            .with("descriptionForAdmins", "\"for admins\"")
            .with("descriptionForReviewers", "\"für alle 🙂\"")
            .with("instanceEnumerationScope", Series.scope("/groups/" + GROUP))
            .withFallback(BOB, "./manager")
            .with("additionalNotificationRecipients", RECIPIENTS)
            .with(
                "settings",
                """
                {"mailNotificationsEnabled":true,"reminderNotificationsEnabled":true,
                 "justificationRequiredOnApproval":true,"defaultDecisionEnabled":true,
                 "defaultDecision":"Recommendation","instanceDurationInDays":25,
                 "autoApplyDecisionsEnabled":true,"recommendationsEnabled":true,
                 "recommendationLookBackDuration":"P30D",
                 "decisionHistoriesForReviewersEnabled":true,
                 "recurrence":{"pattern":{"type":"absoluteMonthly","interval":3,"month":0,
                   "dayOfMonth":5,"daysOfWeek":["monday"],"firstDayOfWeek":"monday",
                   "index":"second"},
                  "range":{"type":"numbered","numberOfOccurrences":4,"recurrenceTimeZone":"UTC",
                   "startDate":"2026-02-01","endDate":null}},
                 "applyActions":[
                  {"@odata.type":"#microsoft.graph.disableAndDeleteUserApplyAction"}],
                 "recommendationInsightSettings":[{"@odata.type":
                   "#microsoft.graph.userLastSignInRecommendationInsightSetting",
                   "recommendationLookBackDuration":"P10D","signInScope":"application"}]}""");

    var answer = post(series);

    tree(series.json())
        .properties()
        .forEach(
            sent ->
                assertThat(nullsAside(answer.get(sent.getKey())))
                    .as(sent.getKey())
                    .isEqualTo(nullsAside(sent.getValue())));
  }

  @Test
  void everythingThatIsSentOfStagesIsKept() {
    var stages =
        """
        [{"stageId":"1","dependsOn":[],"durationInDays":2,"recommendationsEnabled":true,
          "recommendationLookBackDuration":"P30D","recommendationInsightSettings":[
           {"@odata.type":"#microsoft.graph.groupPeerOutlierRecommendationInsightSettings"}],
          "decisionsThatWillMoveToNextStage":["NotReviewed","Approve"],
          "reviewers":%s,"fallbackReviewers":%s},
         {"stageId":"2","dependsOn":["1"],"durationInDays":5,"recommendationsEnabled":false,
          "recommendationInsightSettings":[],"decisionsThatWillMoveToNextStage":[],
          "reviewers":[],"fallbackReviewers":[]}]"""
            .formatted(scopes("./manager"), scopes(ANN, BOB));

    var answer = post(aStagedSeries().with("stageSettings", stages));

    assertThat(nullsAside(answer.get("stageSettings"))).isEqualTo(nullsAside(tree(stages)));
  }

  @Test
  void recurrenceIsFilledInAndItsStartIsADate() {
    var answer =
        post(
            aSeries()
                .with(
                    "settings",
                    """
                    {"recurrence":{"pattern":{"type":"weekly","interval":1},
                     "range":{"type":"noEnd","startDate":"2026-09-08T12:02:30.667Z"}}}"""));

    assertThat(answer.at("/settings/recurrence"))
        .isEqualTo(
            tree(
                """
                {"pattern":{"type":"weekly","interval":1,"month":0,"dayOfMonth":0,
                  "daysOfWeek":[],"firstDayOfWeek":"sunday","index":"first"},
                 "range":{"type":"noEnd","numberOfOccurrences":0,"recurrenceTimeZone":null,
                  "startDate":"2026-09-08","endDate":null}}"""));
  }

  @Test
  void backupReviewersIsAnotherNameForFallbackReviewersThatOnlyBetaShows() {
    var series = aSeries().with("backupReviewers", scopes(BOB));
    var id = created(series);
    var inBeta = tree(json(series.json()).post(BETA).then().statusCode(201).extract().asString());

    assertThat(inBeta.get("fallbackReviewers")).isEqualTo(tree(scopes(BOB)));
    assertThat(inBeta.get("backupReviewers")).isEqualTo(tree(scopes(BOB)));
    assertThat(shown(id).get("fallbackReviewers")).isEqualTo(tree(scopes("/v1.0" + BOB)));
    assertThat(shown(id).has("backupReviewers")).isFalse();
    assertThat(shown(request().get(BETA + "/" + id)).get("backupReviewers"))
        .isEqualTo(tree(scopes("/v1.0" + BOB)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"id\":\"11111111-2222-3333-4444-555555555555\"",
        "\"status\":\"Completed\"",
        "\"createdBy\":{\"id\":\"somebody\"}",
        "\"createdDateTime\":\"0001-01-01T00:00:00Z\"",
        "\"lastModifiedDateTime\":5",
        "\"instances\":[{}]",
        "\"@odata.type\":\"#microsoft.graph.accessReviewScheduleDefinition\"",
        "\"unheardOf\":{\"a\":[null]}"
      })
  void readOnlyAndUnknownMembersAreIgnored(String member) {
    var body = aSeries().without("reviewers").with("settings", "{}").json();

    var answer = post(Series.of(body.replaceFirst("\\{", "{" + member + ",")));

    assertThat(answer.remove("id").asText()).doesNotStartWith("11111111");
    answer.remove("@odata.context");
    assertThat(answer).isEqualTo(tree(LEAST));
  }

  @Test
  void memberNamesAndTypesAreReadInAnyCase() {
    var answer =
        post(
            Series.of(
                aSeries()
                    .json()
                    .replace("displayName", "DisplayName")
                    .replace("instanceDurationInDays", "INSTANCEDURATIONINDAYS")
                    .replace(
                        "#microsoft.graph.accessReviewQuery",
                        "microsoft.Graph.AccessReviewQuery")));

    assertThat(answer.get("displayName").asText()).isEqualTo("Test create");
    assertThat(answer.at("/settings/instanceDurationInDays").asInt()).isEqualTo(1);
    assertThat(answer.at("/scope/@odata.type").asText())
        .isEqualTo("#microsoft.graph.accessReviewQueryScope");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          displayName | -    | the name of the access review series
          displayName | null | the name of the access review series
          displayName | " "  | the name of the access review series
          scope       | -    | an accessReviewScope object: what is reviewed
          scope       | null | an accessReviewScope object: what is reviewed
          settings    | -    | an accessReviewScheduleSettings object
          settings    | null | an accessReviewScheduleSettings object
          """)
  void displayNameScopeAndSettingsAreRequired(String member, String value, String what) {
    var series = value == null ? aSeries().without(member) : aSeries().with(member, value);

    refuses(GraphRefusal.missing(member, what), () -> json(series.json()).post(DEFINITIONS));
  }

  private static ObjectNode post(Series series) {
    return (ObjectNode)
        tree(json(series.json()).post(DEFINITIONS).then().statusCode(201).extract().asString());
  }

  /** Without the {@code queryRoot} that the answer adds. */
  private static JsonNode nullsAside(JsonNode value) {
    return tree(value.toString().replace(",\"queryRoot\":null", ""));
  }
}
