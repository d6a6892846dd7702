package accessreviews.definitions;

import static accessreviews.testing.GraphRefusal.invalid;
import static accessreviews.testing.rows.Series.aStagedSeries;
import static accessreviews.testing.rows.Series.aWeeklySeries;
import static accessreviews.testing.rows.Series.stage;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.GraphRefusal;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Members of another type, or with a value that does not exist: create, PUT and PATCH say which.
 */
@QuarkusTest
class WrongTypesHttpTest extends DefinitionHttpTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          displayName              | 5 1.5 true [] ["x"] {}        | a string of Unicode text
          descriptionForAdmins     | 5 true [] {}                  | a string of Unicode text
          descriptionForReviewers  | 5 true [] {}                  | a string of Unicode text
          scope                    | 5 true "x" [] [{}]            | an object
          instanceEnumerationScope | 5 true "x" [] [{}]            | an object
          reviewers                | 5 true "x" {} {"query":"/x"}  | a collection
          fallbackReviewers        | 5 true "x" {}                 | a collection
          backupReviewers          | 5 true "x" {}                 | a collection
          stageSettings            | 5 true "x" {}                 | a collection
          additionalNotificationRecipients | 5 true "x" {}         | a collection
          settings                 | 5 true "x" [] [{}]            | an object
          settings.mailNotificationsEnabled        | 1 "true" [] {} | true or false
          settings.reminderNotificationsEnabled    | 0 "false"      | true or false
          settings.justificationRequiredOnApproval | 1 "yes"        | true or false
          settings.defaultDecisionEnabled          | 1 "true"       | true or false
          settings.autoApplyDecisionsEnabled       | 1 "true"       | true or false
          settings.recommendationsEnabled          | 1 "true"       | true or false
          settings.decisionHistoriesForReviewersEnabled | 1 "true"  | true or false
          settings.defaultDecision | 1 true "" "approve" "Maybe" [] {} | one of None, Approve, Deny, Recommendation
          settings.instanceDurationInDays | "1" 1.5 1.0 1e1 1e400 true [] {} | a whole number between -2147483648 and 2147483647
          settings.instanceDurationInDays | 2147483648 -2147483649 99999999999999999999 | a whole number between -2147483648 and 2147483647
          settings.instanceDurationInDays | -1 3651 | a number of days from 0 to 3650
          settings.recommendationLookBackDuration | 30 true "" "30" "P" "P99999999999D" [] {} | an ISO 8601 duration such as P30D
          settings.recurrence         | 5 "weekly" []       | an object
          settings.recurrence.pattern | 5 "weekly" []       | an object
          settings.recurrence.range   | 5 "noEnd" []        | an object
          settings.recurrence.pattern.type     | 1 "" "hourly"       | one of daily, weekly
          settings.recurrence.pattern.interval | "1" 2147483648 [] | a whole number
          settings.recurrence.range.type       | 1 "" "never"        | one of endDate, noEnd, numbered
          settings.recurrence.range.startDate  | 20260101 "soon" "2026-02-30" "" {} | a date such as 2026-01-31
          settings.applyActions       | 5 "x" {}            | a collection
          settings.recommendationInsightSettings | 5 "x" {} | a collection
          """)
  void aValueOfAnotherTypeIsRefused(String member, String values, String expected) {
    var id = created(aWeeklySeries());
    for (var value : values.split(" ", -1)) {
      refusesEveryWrite(invalid(member, "expected " + expected), id, member, value);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          reviewers         | [null]               | reviewers[0]                      | an object
          reviewers         | [[]]                 | reviewers[0]                      | an object
          reviewers         | [{"query":"./owners"},5] | reviewers[1]                  | an object
          fallbackReviewers | [null]               | fallbackReviewers[0]              | an object
          backupReviewers   | [null]               | backupReviewers[0]                | an object
          stageSettings     | [null]               | stageSettings[0]                  | an object
          additionalNotificationRecipients | [null] | additionalNotificationRecipients[0] | an object
          settings.applyActions | [null]           | settings.applyActions[0]          | an object
          settings.applyActions | [{}]             | settings.applyActions[0].@odata.type | a supported type, got none
          settings.applyActions | [{"@odata.type":"#microsoft.graph.nothing"}] | settings.applyActions[0].@odata.type | a supported type, got '#microsoft.graph.nothing'
          settings.recommendationInsightSettings | [null] | settings.recommendationInsightSettings[0] | an object
          settings.recommendationInsightSettings | [{"@odata.type":"#microsoft.graph.userLastSignInRecommendationInsightSetting","signInScope":"moon"}] | settings.recommendationInsightSettings[0].signInScope | one of tenant, application
          settings.recurrence.pattern.daysOfWeek | [null] | settings.recurrence.pattern.daysOfWeek[0] | one of sunday
          """)
  void anElementOfAnotherTypeIsRefusedByItsPlace(
      String member, String value, String target, String expected) {
    refusesEveryWrite(
        invalid(target, "expected " + expected), created(aWeeklySeries()), member, value);
  }

  @ParameterizedTest
  @CsvSource({
    "displayName, displayName, '\"%s\"'",
    "descriptionForAdmins, descriptionForAdmins, '\"%s\"'",
    "descriptionForReviewers, descriptionForReviewers, '\"%s\"'",
    "scope, scope.query, '{\"query\":\"%s\"}'",
    "instanceEnumerationScope, instanceEnumerationScope.query, '{\"query\":\"%s\"}'",
    "reviewers, reviewers[0].query, '[{\"query\":\"%s\"}]'",
    "reviewers, reviewers[0].queryType, '[{\"query\":\"/x\",\"queryType\":\"%s\"}]'",
    "fallbackReviewers, fallbackReviewers[0].query, '[{\"query\":\"%s\"}]'",
    "settings.recurrence.range.recurrenceTimeZone,"
        + " settings.recurrence.range.recurrenceTimeZone, '\"%s\"'"
  })
  void textThatNoDatabaseCanKeepIsRefused(String member, String target, String value) {
    var id = created(aWeeklySeries());
    for (var text :
        new String[] {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00x", "\\udc00\\ud800"}) {
      refusesEveryWrite(
          invalid(target, "expected a string of Unicode text without NUL characters"),
          id,
          member,
          value.formatted(text));
    }
  }

  @Test
  void aTypeThatIsNoTextIsNotSaidAgain() {
    refuses(
        invalid("scope.@odata.type", "a supported type, got one that is no Unicode text"),
        () ->
            json(aWeeklySeries()
                    .json()
                    .replace("#microsoft.graph.accessReviewQueryScope", "\\ud800"))
                .post(DEFINITIONS));
  }

  @Test
  void whatIsIgnoredMayHoldAnything() {
    var id = created(aWeeklySeries());
    var ignored =
        "{\"id\":\"\\u0000\",\"unheardOf\":1e999,\"instances\":%s1%s}"
            .formatted("{\"a\":".repeat(50), "}".repeat(50));
    var before = shown(id);

    changes(json(ignored).patch(path(id)));

    assertThat(shown(id)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          durationInDays         | "2" 2.5 [] 2147483648 | durationInDays    | a whole number
          recommendationsEnabled | 1 "true"              | recommendationsEnabled | true or false
          stageId                | 1 {}                  | stageId           | a string
          dependsOn              | "1" {}                | dependsOn         | a collection
          dependsOn              | [1] [null]            | dependsOn[0]      | a string
          decisionsThatWillMoveToNextStage | ["Later"] [1] [null] | decisionsThatWillMoveToNextStage[0] | one of Approve, Deny, DontKnow, Recommendation, NotReviewed
          reviewers              | "x" {}                | reviewers         | a collection
          fallbackReviewers      | [null] [5]            | fallbackReviewers[0] | an object
          """)
  void aValueOfAnotherTypeInAStageIsRefused(
      String member, String values, String target, String expected) {
    var id = created(aStagedSeries());
    for (var value : values.split(" ", -1)) {
      var second = Series.of(stage(2, Series.BOB)).with(member, value).json();
      refusesEveryWrite(
          invalid("stageSettings[1]." + target, "expected " + expected),
          id,
          "stageSettings",
          "[" + stage(1, Series.ANN) + "," + second + "]");
    }
  }

  private void refusesEveryWrite(GraphRefusal expected, String id, String member, String value) {
    var whole = aWeeklySeries().json();
    var put = with(whole, member, value);
    refuses(expected, () -> json(put).post(DEFINITIONS));
    refuses(expected, () -> json(put).put(path(id)));
    refuses(expected, () -> json(alone(member, value)).patch(path(id)));
  }

  /** The series {@code json} with the text {@code value} as it is: no parser may tidy it up. */
  private static String with(String json, String member, String value) {
    return Series.of(json).with(member, "\"@\"").json().replace("\"@\"", value);
  }
}
