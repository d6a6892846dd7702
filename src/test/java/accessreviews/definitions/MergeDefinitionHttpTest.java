package accessreviews.definitions;

import static accessreviews.testing.GraphRefusal.invalid;
import static accessreviews.testing.GraphRefusal.missing;
import static accessreviews.testing.rows.Series.ANN;
import static accessreviews.testing.rows.Series.BOB;
import static accessreviews.testing.rows.Series.CLEO;
import static accessreviews.testing.rows.Series.aStagedSeries;
import static accessreviews.testing.rows.Series.aWeeklySeries;
import static accessreviews.testing.rows.Series.scopes;
import static accessreviews.testing.rows.Series.stage;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Series;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PATCH: what the body leaves out keeps its value; absent, null and given are three requests. */
@Endpoint
@QuarkusTest
class MergeDefinitionHttpTest extends DefinitionHttpTest {
  /** A series that has something in every member that can change. */
  private static Series full() {
    return aWeeklySeries()
        .with("descriptionForAdmins", "\"admins\"")
        .with("descriptionForReviewers", "\"reviewers\"")
        .withFallback(BOB, CLEO)
        .with("settings.mailNotificationsEnabled", "true")
        .with("settings.defaultDecision", "\"Deny\"")
        .with("settings.recommendationLookBackDuration", "\"P30D\"")
        .with(
            "settings.applyActions",
            "[{\"@odata.type\":\"#microsoft.graph.disableAndDeleteUserApplyAction\"}]")
        .with(
            "settings.recommendationInsightSettings",
            """
            [{"@odata.type":"#microsoft.graph.groupPeerOutlierRecommendationInsightSettings"}]""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          displayName             | "other"              | "other"
          descriptionForAdmins    | "other"              | "other"
          descriptionForAdmins    | ""                   | ""
          descriptionForAdmins    | null                 | null
          descriptionForReviewers | "other"              | "other"
          descriptionForReviewers | null                 | null
          fallbackReviewers       | []                   | []
          settings.mailNotificationsEnabled     | false  | false
          settings.mailNotificationsEnabled     | null   | false
          settings.reminderNotificationsEnabled | true   | true
          settings.defaultDecision              | "Approve" | "Approve"
          settings.defaultDecision              | null   | "None"
          settings.instanceDurationInDays       | 3      | 3
          settings.instanceDurationInDays       | null   | 0
          settings.recommendationLookBackDuration | "P10D" | "P10D"
          settings.recommendationLookBackDuration | null | null
          settings.recommendationInsightSettings | []    | []
          settings.recommendationInsightSettings | null  | []
          settings.applyActions                 | null   | [{"@odata.type":"#microsoft.graph.removeAccessApplyAction"}]
          settings.applyActions | [{"@odata.type":"#microsoft.graph.removeAccessApplyAction"}] | [{"@odata.type":"#microsoft.graph.removeAccessApplyAction"}]
          settings.recurrence                   | null   | null
          settings.recurrence.pattern           | null   | null
          settings.recurrence.pattern.interval  | 2      | 2
          settings.recurrence.range.recurrenceTimeZone | "UTC" | "UTC"
          settings.recurrence.range.startDate   | "2026-01-12T10:00:00Z" | "2026-01-12"
          """)
  void oneMemberChangesAndEveryOtherKeepsItsValue(String member, String value, String readBack) {
    var id = created(full());
    var expected = Series.of(shown(id).toString()).with(member, readBack);
    advance("PT1H");

    changes(json(alone(member, value)).patch(path(id)));

    assertShownIs(expected, id);
  }

  @Test
  void severalMembersOfOneObjectAreMergedAndCollectionsReplaced() {
    var id = created(full());
    var expected =
        Series.of(shown(id).toString())
            .with("settings.recurrence.range.type", "\"endDate\"")
            .with("settings.recurrence.range.endDate", "\"2026-06-30\"")
            .with("settings.autoApplyDecisionsEnabled", "true")
            .withFallback("/v1.0" + ANN);
    advance("PT1H");

    changes(
        json("""
                {"settings":{"autoApplyDecisionsEnabled":true,
                  "recurrence":{"range":{"type":"endDate","endDate":"2026-06-30"}}},
                 "fallbackReviewers":%s}"""
                .formatted(scopes(ANN)))
            .patch(path(id)));

    assertShownIs(expected, id);
  }

  @Test
  void memberNamesOfSettingsAreReadInAnyCase() {
    var id = created(full());

    changes(json("{\"Settings\":{\"MAILNOTIFICATIONSENABLED\":false}}").patch(path(id)));

    assertThat(shown(id).at("/settings/mailNotificationsEnabled").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"settings\":{}}",
        "{\"unheardOf\":1,\"settings\":{\"unheardOf\":{}}}",
        "{\"id\":\"x\",\"status\":\"Applied\",\"createdBy\":null,\"createdDateTime\":5}",
        "{\"scope\":{\"query\":\"/groups/02f3bafb-448c-487c-88c2-5fd65ce49a41/transitiveMembers\"}}"
      })
  void whatSaysNothingNewChangesNothingButTheDate(String body) {
    var id = created(full());
    var expected = Series.of(shown(id).toString());
    advance("PT1H");

    changes(json(body).patch(path(id)));

    assertShownIs(expected, id);
  }

  @Test
  void individualReviewersAreReplaced() {
    var id = created(full());
    var expected = Series.of(shown(id).toString()).reviewedBy("/v1.0" + BOB, "/v1.0" + CLEO);
    advance("PT1H");

    changes(json("{\"reviewers\":" + scopes(BOB, CLEO) + "}").patch(path(id)));

    assertShownIs(expected, id);
  }

  @Test
  void reviewersOfStagesAreReplaced() {
    var id = created(aStagedSeries());
    var stages = "[" + stage(1, CLEO) + "," + stage(2, BOB) + "]";

    changes(json("{\"stageSettings\":" + stages + "}").patch(path(id)));

    assertThat(shown(id).at("/stageSettings/0/reviewers")).isEqualTo(tree(scopes("/v1.0" + CLEO)));
    assertThat(shown(id).at("/stageSettings/1/reviewers")).isEqualTo(tree(scopes("/v1.0" + BOB)));
  }

  @Test
  void backupReviewersIsAnotherNameAndFallbackReviewersCountsWhereBothAreSent() {
    var id = created(full());

    changes(json("{\"backupReviewers\":" + scopes(ANN) + "}").patch(path(id)));
    assertThat(shown(id).get("fallbackReviewers")).isEqualTo(tree(scopes("/v1.0" + ANN)));

    changes(
        json("{\"backupReviewers\":[],\"fallbackReviewers\":" + scopes(CLEO) + "}")
            .patch(path(id)));
    assertThat(shown(id).get("fallbackReviewers")).isEqualTo(tree(scopes("/v1.0" + CLEO)));
  }

  @Test
  void bothServiceRootsMerge() {
    var id = created(full());

    changes(json("{\"displayName\":\"beta\"}").patch(path(id).replace("/v1.0", "/beta")));

    assertThat(shown(id).get("displayName").asText()).isEqualTo("beta");
  }

  @Test
  void whatASeriesCannotBeWithoutCannotBeNull() {
    var id = created(full());

    refuses(
        missing("displayName", "the name of the access review series"),
        () -> json("{\"displayName\":null}").patch(path(id)));
    refuses(
        missing("displayName", "the name of the access review series"),
        () -> json("{\"displayName\":\" \"}").patch(path(id)));
    refuses(
        missing("settings", "an accessReviewScheduleSettings object"),
        () -> json("{\"settings\":null}").patch(path(id)));
    for (var member : new String[] {"reviewers", "fallbackReviewers", "stageSettings"}) {
      refuses(
          invalid(member, "a value, or the member left out to keep what is stored"),
          () -> json("{\"" + member + "\":null}").patch(path(id)));
    }
  }

  @Test
  void mergedSettingsMustFitTogether() {
    var id = created(full());

    refuses(
        invalid("settings.instanceDurationInDays", "at most the 7 days of one recurrence"),
        () -> json("{\"settings\":{\"instanceDurationInDays\":8}}").patch(path(id)));
    refuses(
        missing("settings.recurrence.range.endDate", "the last day on which a review starts"),
        () ->
            json("{\"settings\":{\"recurrence\":{\"range\":{\"type\":\"endDate\"}}}}")
                .patch(path(id)));
  }

  private static void assertShownIs(Series expected, String id) {
    var shown = shown(id);
    var wanted = (ObjectNode) tree(expected.json());
    assertThat(shown.get("lastModifiedDateTime").asText()).isEqualTo("2026-01-05T10:00:00Z");
    assertThat(shown.remove("@odata.etag")).isNotEqualTo(wanted.remove("@odata.etag"));
    assertThat(shown.remove("lastModifiedDateTime"))
        .isNotEqualTo(wanted.remove("lastModifiedDateTime"));
    assertThat(shown).isEqualTo(wanted);
  }
}
