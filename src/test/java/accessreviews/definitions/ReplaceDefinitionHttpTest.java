package accessreviews.definitions;

import static accessreviews.testing.GraphRefusal.missing;
import static accessreviews.testing.rows.Series.ANN;
import static accessreviews.testing.rows.Series.BOB;
import static accessreviews.testing.rows.Series.CLEO;
import static accessreviews.testing.rows.Series.GROUP;
import static accessreviews.testing.rows.Series.OWNERS;
import static accessreviews.testing.rows.Series.aSeries;
import static accessreviews.testing.rows.Series.aStagedSeries;
import static accessreviews.testing.rows.Series.aWeeklySeries;
import static accessreviews.testing.rows.Series.scopes;
import static accessreviews.testing.rows.Series.stage;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Series;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** PUT: the body is the whole series; what it leaves out becomes empty, or is asked for. */
@Endpoint
@QuarkusTest
class ReplaceDefinitionHttpTest extends DefinitionHttpTest {
  private static final String RECIPIENTS =
      """
      [{"notificationTemplateType":"CompletedAdditionalRecipients","notificationRecipientScope":
        {"@odata.type":"#microsoft.graph.accessReviewNotificationRecipientQueryScope",
         "query":"/groups/%s/members","queryType":"MicrosoftGraph","queryRoot":null}}]"""
          .formatted(GROUP);

  static Stream<Series> everyKindOfSeries() {
    return Stream.of(
        aSeries(),
        aSeries().without("reviewers"),
        aSeries().reviewedBy("./manager").withFallback(ANN, OWNERS),
        aWeeklySeries().reviewedBy(OWNERS),
        aStagedSeries(),
        aStagedSeries()
            .with(
                "stageSettings",
                "[%s]"
                    .formatted(
                        Series.of(stage(1, "./manager"))
                            .with("fallbackReviewers", scopes(BOB))
                            .with("decisionsThatWillMoveToNextStage", "[\"NotReviewed\"]")
                            .with("recommendationLookBackDuration", "\"P30D\"")
                            .json())),
        aSeries()
            .with("descriptionForAdmins", "\"admins\"")
            .with("descriptionForReviewers", "\"reviewers\"")
            .with("additionalNotificationRecipients", RECIPIENTS)
            .with(
                "settings.applyActions",
                "[{\"@odata.type\":\"#microsoft.graph.disableAndDeleteUserApplyAction\"}]"),
        aSeries()
            .ofScope("./members/microsoft.graph.user/?$filter=(userType eq 'Guest')")
            .enumerating("/groups?$filter=(groupTypes/any(c:c+eq+'Unified'))"),
        aSeries()
            .with(
                "scope",
                """
                {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope",
                 "principalScopes":[{"query":"/users?$filter=(userType eq 'Guest')",
                  "@odata.type":"#microsoft.graph.accessReviewInactiveUsersQueryScope",
                  "inactiveDuration":"P30D"}],
                 "resourceScopes":[{"query":"/groups"}]}"""));
  }

  @ParameterizedTest
  @MethodSource("everyKindOfSeries")
  void whatAReadShowsCanBeSentBackAndChangesNothing(Series series) {
    for (var root : List.of("/v1.0", "/beta")) {
      var id = created(series);
      var address = path(id).replace("/v1.0", root);
      var before = shown(request().get(address));
      var instances = storedInstances(id);
      advance("PT1H");

      changes(json(before.toString()).put(address));

      assertOnlyVersionAndDateDiffer(before, shown(request().get(address)));
      assertThat(storedInstances(id)).isEqualTo(instances);
    }
  }

  @ParameterizedTest
  @MethodSource("everyKindOfSeries")
  void whatTheCreateAnsweredCanBeSentBackAndChangesNothing(Series series) {
    var answer = json(series.json()).post(DEFINITIONS).then().statusCode(201).extract();
    var id = answer.<String>path("id");
    var before = shown(id);
    advance("PT1H");

    changes(json(answer.asString()).put(path(id)));

    assertOnlyVersionAndDateDiffer(before, shown(id));
  }

  @Test
  void everyWritableMemberIsReplacedAndNothingElseChanges() {
    var id = created(aSeries().reviewedBy(ANN).withFallback(BOB));
    var expected = shown(id);
    advance("PT1H");
    var replacement =
        aSeries()
            .named("other name")
            .with("descriptionForAdmins", "\"other admins\"")
            .with("descriptionForReviewers", "\"other reviewers\"")
            .reviewedBy(BOB, CLEO)
            .withFallback(OWNERS)
            .with("settings", "{\"mailNotificationsEnabled\":true,\"defaultDecision\":\"Deny\"}");

    changes(json(replacement.json()).put(path(id)));

    expected.put("displayName", "other name").put("descriptionForAdmins", "other admins");
    expected.put("descriptionForReviewers", "other reviewers");
    expected.set("reviewers", tree(scopes("/v1.0" + BOB, "/v1.0" + CLEO)));
    expected.set("fallbackReviewers", tree(scopes("/v1.0" + OWNERS)));
    ((ObjectNode) expected.get("settings"))
        .put("mailNotificationsEnabled", true)
        .put("defaultDecision", "Deny")
        .put("instanceDurationInDays", 0);
    assertOnlyVersionAndDateDiffer(expected, shown(id));
  }

  @Test
  void descriptionsAndFallbackReviewersThatAreLeftOutBecomeEmpty() {
    var id =
        created(
            aSeries()
                .with("descriptionForAdmins", "\"admins\"")
                .with("descriptionForReviewers", "\"reviewers\"")
                .withFallback(BOB, CLEO));
    var expected = shown(id);
    advance("PT1H");

    changes(json(aSeries().json()).put(path(id)));

    expected.putNull("descriptionForAdmins").putNull("descriptionForReviewers");
    expected.putArray("fallbackReviewers");
    assertOnlyVersionAndDateDiffer(expected, shown(id));
  }

  @ParameterizedTest
  @CsvSource({"scope", "instanceEnumerationScope", "additionalNotificationRecipients"})
  void whatCannotChangeMayBeLeftOut(String member) {
    var series =
        aSeries()
            .enumerating("/groups/" + GROUP)
            .with("additionalNotificationRecipients", RECIPIENTS);
    var id = created(series);
    var before = shown(id);
    advance("PT1H");

    changes(json(series.without(member).json()).put(path(id)));

    assertOnlyVersionAndDateDiffer(before, shown(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          displayName | -    | the name of the access review series
          displayName | null | the name of the access review series
          displayName | ""   | the name of the access review series
          settings    | -    | an accessReviewScheduleSettings object
          settings    | null | an accessReviewScheduleSettings object
          reviewers   | -    | the definition has some; send them as they are to keep them
          reviewers   | null | the definition has some; send them as they are to keep them
          """)
  void nameSettingsAndReviewersAreRequired(String member, @Nullable String value, String what) {
    var id = created(aSeries());
    var series = value == null ? aSeries().without(member) : aSeries().with(member, value);

    refuses(missing(member, what), () -> json(series.json()).put(path(id)));
  }

  @Test
  void stagesThatThereAreAreRequired() {
    var id = created(aStagedSeries());
    var what = "the definition has some; send them as they are to keep them";

    refuses(
        missing("stageSettings", what),
        () -> json(aStagedSeries().without("stageSettings").json()).put(path(id)));
    refuses(
        missing("stageSettings", what),
        () -> json(aStagedSeries().with("stageSettings", "null").json()).put(path(id)));
    var silent = Series.of(stage(1)).without("reviewers").json();
    refuses(
        missing("stageSettings[0].reviewers", "send [] for self-review"),
        () ->
            json(aStagedSeries()
                    .with("stageSettings", "[" + silent + "," + stage(2, BOB) + "]")
                    .json())
                .put(path(id)));
  }

  @Test
  void aSelfReviewStaysOneWhenReviewersAreLeftOut() {
    var selfReview = aSeries().without("reviewers");
    var id = created(selfReview);

    changes(json(selfReview.named("other").json()).put(path(id)));

    assertThat(shown(id).get("reviewers")).isEmpty();
    assertThat(shown(id).get("displayName").asText()).isEqualTo("other");
  }

  @Test
  void reviewersOfStagesAreReplacedAndFallbackReviewersOfStagesRemoved() {
    var withFallback = Series.of(stage(1, ANN)).with("fallbackReviewers", scopes(CLEO)).json();
    var id = created(aStagedSeries().with("stageSettings", "[" + withFallback + "]"));

    changes(
        json(aStagedSeries().with("stageSettings", "[" + stage(1, OWNERS) + "]").json())
            .put(path(id)));

    assertThat(shown(id).at("/stageSettings/0/reviewers"))
        .isEqualTo(tree(scopes("/v1.0" + OWNERS)));
    assertThat(shown(id).at("/stageSettings/0/fallbackReviewers")).isEmpty();
  }

  private static void assertOnlyVersionAndDateDiffer(ObjectNode before, ObjectNode after) {
    assertThat(after.remove("lastModifiedDateTime"))
        .isNotEqualTo(before.remove("lastModifiedDateTime"));
    assertThat(after.remove("@odata.etag")).isNotEqualTo(before.remove("@odata.etag"));
    assertThat(after).isEqualTo(before);
  }
}
