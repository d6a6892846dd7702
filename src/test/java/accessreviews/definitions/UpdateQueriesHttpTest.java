package accessreviews.definitions;

import static accessreviews.testing.GraphRefusal.missing;
import static accessreviews.testing.GraphRefusal.unsupported;
import static accessreviews.testing.rows.Series.ANN;
import static accessreviews.testing.rows.Series.BOB;
import static accessreviews.testing.rows.Series.aSeries;
import static accessreviews.testing.rows.Series.aStagedSeries;
import static accessreviews.testing.rows.Series.scopes;
import static accessreviews.testing.rows.Series.stage;

import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that nobody knows: an update that names such reviewers is declined as a whole. */
@QuarkusTest
class UpdateQueriesHttpTest extends DefinitionHttpTest {
  private static final String KNOWN =
      "Please pass in one of the following queries : /users/{id}, /groups/{id}/transitiveMembers";

  @ParameterizedTest
  @CsvSource({
    "reviewers, /users",
    "reviewers, /users/x",
    "reviewers, ./members",
    "fallbackReviewers, /groups/02f3bafb-448c-487c-88c2-5fd65ce49a41",
    "fallbackReviewers, /devices",
    "backupReviewers, SELECT 1"
  })
  void reviewersThatNobodyKnowsAreRefused(String member, String query) {
    var changed = aSeries().named("other").with(member, scopes(ANN, query));

    refusesEveryUpdate(
        unsupported(member + "[1].query", "Query " + query + " is not supported. " + KNOWN),
        aSeries(),
        changed,
        member);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviewers", "fallbackReviewers"})
  void reviewersOfAStageThatNobodyKnowsAreRefused(String member) {
    var second = Series.of(stage(2, BOB)).with(member, scopes("/users")).json();

    refusesEveryUpdate(
        unsupported("stageSettings[1]." + member + "[0].query", KNOWN),
        aStagedSeries(),
        aStagedSeries().with("stageSettings", "[" + stage(1, ANN) + "," + second + "]"),
        "stageSettings");
  }

  @Test
  void managersWithoutTheirRootAreRefused() {
    refusesEveryUpdate(
        missing("fallbackReviewers[0].queryRoot", "'decisions' for the query ./manager"),
        aSeries(),
        aSeries().with("fallbackReviewers", "[{\"query\":\"./manager\"}]"),
        "fallbackReviewers");
  }

  @Test
  void recipientsThatNobodyKnowsAreRefused() {
    refusesEveryUpdate(
        unsupported(
            "additionalNotificationRecipients[0].notificationRecipientScope.query",
            "following queries : /users/{id}, /groups/{id}/members"),
        aSeries(),
        aSeries()
            .with(
                "additionalNotificationRecipients",
                """
                [{"notificationTemplateType":"CompletedAdditionalRecipients",
                  "notificationRecipientScope":{"query":"/users","@odata.type":
                   "#microsoft.graph.accessReviewNotificationRecipientQueryScope"}}]"""),
        "additionalNotificationRecipients");
  }
}
