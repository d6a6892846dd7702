package accessreviews.definitions;

import static accessreviews.testing.GraphRefusal.badRequest;
import static accessreviews.testing.GraphRefusal.invalid;
import static accessreviews.testing.GraphRefusal.missing;
import static accessreviews.testing.GraphRefusal.unsupported;
import static accessreviews.testing.rows.Series.ANN;
import static accessreviews.testing.rows.Series.BOB;
import static accessreviews.testing.rows.Series.GROUP;
import static accessreviews.testing.rows.Series.aSeries;
import static accessreviews.testing.rows.Series.aStagedSeries;
import static accessreviews.testing.rows.Series.scopes;
import static accessreviews.testing.rows.Series.stage;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.Series;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reviews a new series, in one go or in stages, and who hears of its end. */
@QuarkusTest
class CreateReviewersHttpTest extends DefinitionHttpTest {
  private static final String RECIPIENT =
      """
      {"notificationTemplateType":"CompletedAdditionalRecipients","notificationRecipientScope":
       {"@odata.type":"#microsoft.graph.accessReviewNotificationRecipientQueryScope",
        "query":"%s","queryType":"MicrosoftGraph"}}""";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /users/398164b1-5196-49dd-ada2-364b49f99b27 | /v1.0/users/398164b1-5196-49dd-ada2-364b49f99b27
          /beta/users/398164b1-5196-49dd-ada2-364b49f99b27 | /beta/users/398164b1-5196-49dd-ada2-364b49f99b27
          /groups/{g}/transitiveMembers               | /v1.0/groups/{g}/transitiveMembers
          /groups/{g}/owners                          | /v1.0/groups/{g}/owners
          /servicePrincipals/{g}/owners               | /v1.0/servicePrincipals/{g}/owners
          ./owners                                    | ./owners
          ./manager                                   | ./manager
          """)
  void reviewersAreAnsweredAsSentAndReadBackRooted(String sent, String readBack) {
    var series = aSeries().reviewedBy(id(sent)).withFallback(id(sent));

    var created = create(series);

    var shown = shown(created.get("id").asText());
    for (var member : new String[] {"reviewers", "fallbackReviewers"}) {
      assertThat(created.get(member)).isEqualTo(tree(scopes(id(sent))));
      assertThat(shown.get(member)).isEqualTo(tree(scopes(id(readBack))));
    }
  }

  @Test
  void stageReviewersAreAnsweredAsSentAndReadBackRooted() {
    var created = create(aStagedSeries());

    var shown = shown(created.get("id").asText()).get("stageSettings");
    assertThat(created.at("/stageSettings/0/reviewers")).isEqualTo(tree(scopes(ANN)));
    assertThat(shown.at("/0/reviewers")).isEqualTo(tree(scopes("/v1.0" + ANN)));
    assertThat(shown.at("/1/reviewers")).isEqualTo(tree(scopes("/v1.0" + BOB)));
    assertThat(shown.at("/1/dependsOn")).isEqualTo(tree("[\"1\"]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviewers", "fallbackReviewers", "backupReviewers"})
  void reviewersThatNobodyKnowsAreRefusedWithTheOnesThatAreKnown(String member) {
    var series = aSeries().with(member, scopes(ANN, "/groups/" + GROUP));

    refuses(
        unsupported(
            member + "[1].query",
            "/groups/%s is not supported. Please pass in one of the following queries : /users/{id}"
                .formatted(GROUP)),
        () -> json(series.json()).post(DEFINITIONS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviewers", "fallbackReviewers"})
  void reviewersOfAStageThatNobodyKnowsAreRefused(String member) {
    var second = Series.of(stage(2, BOB)).with(member, scopes("/users")).json();
    var series = aStagedSeries().with("stageSettings", "[" + stage(1, ANN) + "," + second + "]");

    refuses(
        unsupported("stageSettings[1]." + member + "[0].query", "following queries : /users/{id}"),
        () -> json(series.json()).post(DEFINITIONS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"./manager", "./Manager", "./manager/", "./manager?$count=true"})
  void managersAreThoseOfTheDecisionsHoweverTheQueryIsSpelled(String query) {
    refuses(
        missing("reviewers[0].queryRoot", "'decisions' for the query ./manager"),
        () ->
            json(aSeries().with("reviewers", "[{\"query\":\"" + query + "\"}]").json())
                .post(DEFINITIONS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"query":"/users/x","queryRoot":5}                | reviewers[0].queryRoot | a string
          {"query":"./owners","queryRoot":"instance"}       | reviewers[0].queryRoot | null or 'decisions'
          {"query":"./owners","queryType":"ARM"}            | reviewers[0].queryType | MicrosoftGraph
          {"query":"./owners","queryType":5}                | reviewers[0].queryType | a string
          {"query":{"a":1}}                                 | reviewers[0].query     | a string
          """)
  void aReviewerOfAnotherShapeIsRefused(String reviewer, String target, String expected) {
    refuses(
        invalid(target, expected),
        () -> json(aSeries().with("reviewers", "[" + reviewer + "]").json()).post(DEFINITIONS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"stageId":"2"}              | stageSettings[0].stageId   | '1', its place in the order
          {"dependsOn":["1"]}          | stageSettings[0].dependsOn | [], the stage before it
          {"durationInDays":-1}        | stageSettings[0].durationInDays | a number of days from 1 to 3650
          {"durationInDays":3651}      | stageSettings[0].durationInDays | a number of days from 1 to 3650
          {"durationInDays":8}         | stageSettings | at most the 7 days of one recurrence
          {"stageId":1}                | stageSettings[0].stageId | a string
          {"dependsOn":[null]}         | stageSettings[0].dependsOn[0] | a string
          {"dependsOn":"1"}            | stageSettings[0].dependsOn | a collection
          {"recommendationsEnabled":1} | stageSettings[0].recommendationsEnabled | true or false
          {"durationInDays":"2"}       | stageSettings[0].durationInDays | a whole number
          {"decisionsThatWillMoveToNextStage":["Later"]} | stageSettings[0].decisionsThatWillMoveToNextStage[0] | one of Approve, Deny, DontKnow, Recommendation, NotReviewed
          {"decisionsThatWillMoveToNextStage":[null]} | stageSettings[0].decisionsThatWillMoveToNextStage[0] | one of Approve, Deny, DontKnow, Recommendation, NotReviewed
          {"recommendationLookBackDuration":"soon"} | stageSettings[0].recommendationLookBackDuration | an ISO 8601 duration such as P30D
          {"recommendationInsightSettings":[{"@odata.type":"#microsoft.graph.guess"}]} | stageSettings[0].recommendationInsightSettings[0].@odata.type | a supported type, got '#microsoft.graph.guess'
          {"reviewers":[null]}         | stageSettings[0].reviewers[0] | an object
          {"reviewers":{}}             | stageSettings[0].reviewers | a collection
          """,
      quoteCharacter = '`')
  void aStageThatCannotBeIsRefused(String difference, String target, String expected) {
    var stage = Series.of(stage(1, ANN));
    tree(difference).properties().forEach(m -> stage.with(m.getKey(), m.getValue().toString()));

    refuses(
        invalid(target, expected),
        () ->
            json(aStagedSeries().with("stageSettings", "[" + stage.json() + "]").json())
                .post(DEFINITIONS));
  }

  @ParameterizedTest
  @CsvSource({
    "stageId, '1, 2 or 3 in the order of the stages'",
    "durationInDays, 'the days that the stage is open, at least 1'"
  })
  void aStageNeedsItsIdAndItsDuration(String member, String what) {
    var stage = Series.of(stage(1, ANN)).without(member).json();

    refuses(
        missing("stageSettings[0]." + member, what),
        () ->
            json(aStagedSeries().with("stageSettings", "[" + stage + "]").json())
                .post(DEFINITIONS));
  }

  @Test
  void thereAreAtMostThreeStages() {
    var four = "[%s,%s,%s,%s]".formatted(stage(1), stage(2), stage(3), stage(4));

    refuses(
        invalid("stageSettings", "at most 3 stages"),
        () -> json(aStagedSeries().with("stageSettings", four).json()).post(DEFINITIONS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/{g}", "/groups/{g}/members", "/v1.0/groups/{g}/members"})
  void additionalRecipientsAreUsersOrMembersOfGroups(String query) {
    var created =
        create(
            aSeries()
                .with(
                    "additionalNotificationRecipients",
                    "[" + RECIPIENT.formatted(id(query)) + "]"));

    assertThat(created.at("/additionalNotificationRecipients/0/notificationRecipientScope/query"))
        .hasToString("\"" + id(query) + "\"");
    assertThat(shown(created.get("id").asText()).at("/additionalNotificationRecipients/0"))
        .isEqualTo(created.at("/additionalNotificationRecipients/0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "notificationTemplateType":"Completed"     | invalidPropertyValue | .notificationTemplateType | CompletedAdditionalRecipients
          "notificationTemplateType":null            | invalidPropertyValue | .notificationTemplateType | CompletedAdditionalRecipients
          "notificationRecipientScope":null          | requiredPropertyMissing | .notificationRecipientScope | the recipient of the notification
          "notificationRecipientScope":{"query":"/users/{g}"} | invalidPropertyValue | .notificationRecipientScope.@odata.type | a supported type, got none
          "notificationRecipientScope":{"@odata.type":"#microsoft.graph.accessReviewNotificationRecipientQueryScope"} | requiredPropertyMissing | .notificationRecipientScope.query | /users/{userId} or /groups/{groupId}/members
          "notificationRecipientScope":{"@odata.type":"#microsoft.graph.accessReviewNotificationRecipientQueryScope","query":"/groups/{g}/owners"} | queryNotSupported | .notificationRecipientScope.query | following queries : /users/{id}, /groups/{id}/members
          """,
      quoteCharacter = '`')
  void anyOtherRecipientIsRefused(String member, String reason, String target, String says) {
    var recipient = Series.of(RECIPIENT.formatted("/users/" + GROUP));
    tree("{" + id(member) + "}")
        .properties()
        .forEach(m -> recipient.with(m.getKey(), m.getValue().toString()));

    refuses(
        badRequest(reason, "additionalNotificationRecipients[0]" + target, says),
        () ->
            json(aSeries()
                    .with("additionalNotificationRecipients", "[" + recipient.json() + "]")
                    .json())
                .post(DEFINITIONS));
  }

  private static JsonNode create(Series series) {
    return tree(json(series.json()).post(DEFINITIONS).then().statusCode(201).extract().asString());
  }

  private static String id(String query) {
    return query.replace("{g}", GROUP);
  }
}
