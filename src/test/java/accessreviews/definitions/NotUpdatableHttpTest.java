package accessreviews.definitions;

import static accessreviews.testing.GraphRefusal.notUpdatable;
import static accessreviews.testing.rows.Series.ANN;
import static accessreviews.testing.rows.Series.BOB;
import static accessreviews.testing.rows.Series.GROUP;
import static accessreviews.testing.rows.Series.OTHER_GROUP;
import static accessreviews.testing.rows.Series.OWNERS;
import static accessreviews.testing.rows.Series.aSeries;
import static accessreviews.testing.rows.Series.aStagedSeries;
import static accessreviews.testing.rows.Series.scope;
import static accessreviews.testing.rows.Series.stage;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is settled when a series is created: PUT and PATCH take it as it is, and nothing else. */
@QuarkusTest
class NotUpdatableHttpTest extends DefinitionHttpTest {
  private static final String SETTLED = "cannot be changed after the definition was created";
  private static final String USERS_ONLY =
      "can be changed only while it names individual users (/users/{userId}), and only to at least"
          + " one individual user";
  private static final String REVIEWERS_ONLY =
      "only reviewers and fallbackReviewers can be changed";
  private static final String ALL_GROUPS = "/groups?$filter=(groupTypes/any(c:c eq 'Unified'))";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"query":"/groups/{other}/transitiveMembers"}
          {"query":"/groups/{g}/members"}
          {"query":"/groups/{g}/transitiveMembers/microsoft.graph.user"}
          {"query":"/groups/{g}/transitiveMembers?$filter=(userType eq 'Guest')"}
          {"query":"./members"}
          {"query":"nonsense"}
          {"@odata.type":"#microsoft.graph.accessReviewInactiveUsersQueryScope","query":"/groups/{g}/transitiveMembers"}
          {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope","principalScopes":[{"query":"/users"}],"resourceScopes":[{"query":"/groups/{g}"}]}
          null
          """)
  void anotherScopeIsRefused(String scope) {
    refusesEveryUpdate(
        notUpdatable("scope", SETTLED), aSeries(), aSeries().with("scope", id(scope)), "scope");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/groups/{g}/transitiveMembers",
        "/v1.0/groups/{g}/transitiveMembers",
        "/beta/groups/{g}/transitiveMembers/",
        "groups/{g}/TransitiveMembers?$count=true"
      })
  void theSameScopeInAnotherSpellingIsNoChange(String query) {
    takesEveryUpdate(aSeries(), aSeries().ofScope(id(query)), "scope");
  }

  @Test
  void membershipsAreTheSameInAnotherSpellingAndOthersWhenOneOfThemIsAnother() {
    var stored = aSeries().with("scope", memberships("/users", "/groups"));

    takesEveryUpdate(
        stored, aSeries().with("scope", memberships("/v1.0/users", "/v1.0/groups/")), "scope");
    refusesEveryUpdate(
        notUpdatable("scope", SETTLED),
        stored,
        aSeries().with("scope", memberships("/users", "/groups/" + GROUP)),
        "scope");
  }

  @Test
  void anotherEnumerationIsRefused() {
    var stored = aSeries().ofScope("./members").enumerating(ALL_GROUPS);
    var expected = notUpdatable("instanceEnumerationScope", SETTLED);
    for (var other :
        List.of(
            scope("/groups/" + GROUP),
            scope(ALL_GROUPS.replace("'))", "') and id ne '" + GROUP + "')")),
            "null")) {
      refusesEveryUpdate(
          expected,
          stored,
          aSeries().ofScope("./members").with("instanceEnumerationScope", other),
          "instanceEnumerationScope");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/groups?$filter=(groupTypes/any(c:c+eq+'Unified'))",
        "/v1.0/groups?$filter=(groupTypes/any(c:c eq 'Unified'))&$count=true",
        "groups/?$count=true&$filter=(groupTypes/any(c:c%20eq%20'Unified'))"
      })
  void theSameEnumerationInAnotherSpellingIsNoChange(String query) {
    var stored = aSeries().ofScope("./members").enumerating(ALL_GROUPS);

    takesEveryUpdate(
        stored, aSeries().ofScope("./members").enumerating(query), "instanceEnumerationScope");
  }

  /** A one-group series shows its group as the enumeration, though it was created without one. */
  @Test
  void theGroupOfAOneGroupSeriesIsNoChangeAndAnotherOneIsRefused() {
    takesEveryUpdate(
        aSeries(), aSeries().enumerating("/groups/" + GROUP), "instanceEnumerationScope");
    takesEveryUpdate(
        aSeries(), aSeries().with("instanceEnumerationScope", "null"), "instanceEnumerationScope");
    refusesEveryUpdate(
        notUpdatable("instanceEnumerationScope", SETTLED),
        aSeries(),
        aSeries().enumerating("/groups/" + OTHER_GROUP),
        "instanceEnumerationScope");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          user, -
          user, owners
          user, user owners
          user, ./manager
          -, user
          owners, user
          owners, -
          owners, ./owners
          ./manager, user
          user owners, user
          """)
  void reviewersThatAreNotIndividualUsersBeforeAndAfterAreRefused(String before, String after) {
    refusesEveryUpdate(
        notUpdatable("reviewers", USERS_ONLY),
        aSeries().reviewedBy(reviewers(before)),
        aSeries().reviewedBy(reviewers(after)),
        "reviewers");
  }

  @Test
  void theSameReviewersInAnotherSpellingAndOrderAreNoChangeWhoeverTheyAre() {
    takesEveryUpdate(
        aSeries().reviewedBy(OWNERS, ANN),
        aSeries().reviewedBy("/beta" + ANN, "/v1.0" + OWNERS),
        "reviewers");
    takesEveryUpdate(
        aSeries().reviewedBy("./manager"), aSeries().reviewedBy("./manager"), "reviewers");
    takesEveryUpdate(
        aSeries().without("reviewers"), aSeries().with("reviewers", "[]"), "reviewers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          durationInDays                   | 3
          recommendationsEnabled           | true
          recommendationLookBackDuration   | "P30D"
          decisionsThatWillMoveToNextStage | ["Approve"]
          dependsOn                        | []
          stageId                          | "3"
          recommendationInsightSettings    | [{"@odata.type":"#microsoft.graph.groupPeerOutlierRecommendationInsightSettings"}]
          """)
  void theRestOfAStageIsSettled(String member, String value) {
    var second = Series.of(stage(2, BOB)).with(member, value).json();

    refusesEveryUpdate(
        notUpdatable("stageSettings[1]", REVIEWERS_ONLY),
        aStagedSeries(),
        aStagedSeries().with("stageSettings", "[" + stage(1, ANN) + "," + second + "]"),
        "stageSettings");
  }

  @Test
  void stagesAreNeitherAddedNorTakenAwayNorBroughtIntoAnotherOrder() {
    var one = stage(1, ANN);
    var two = stage(2, BOB);
    for (var stages : List.of("", one, one + "," + two + "," + stage(3, ANN))) {
      refusesEveryUpdate(
          notUpdatable("stageSettings", REVIEWERS_ONLY),
          aStagedSeries(),
          aStagedSeries().with("stageSettings", "[" + stages + "]"),
          "stageSettings");
    }
    refusesEveryUpdate(
        notUpdatable("stageSettings", REVIEWERS_ONLY),
        aSeries(),
        aSeries().with("stageSettings", "[" + one + "]"),
        "stageSettings");
    refusesEveryUpdate(
        notUpdatable("stageSettings[0]", REVIEWERS_ONLY),
        aStagedSeries(),
        aStagedSeries().with("stageSettings", "[" + two + "," + one + "]"),
        "stageSettings");
  }

  @Test
  void recipientsAreSettledAndTheSameInAnotherSpelling() {
    var member = "additionalNotificationRecipients";
    var stored = aSeries().with(member, recipient("/users/" + GROUP));

    takesEveryUpdate(stored, aSeries().with(member, recipient("/v1.0/users/" + GROUP)), member);
    refusesEveryUpdate(
        notUpdatable(member, SETTLED),
        stored,
        aSeries().with(member, recipient("/users/" + OTHER_GROUP)),
        member);
    refusesEveryUpdate(notUpdatable(member, SETTLED), stored, aSeries().with(member, "[]"), member);
  }

  private void takesEveryUpdate(Series stored, Series changed, String member) {
    var id = created(stored);
    var before = shown(id).get(member);
    changes(json(changed.json()).put(path(id)));
    changes(json(alone(member, changed)).patch(path(id)));
    assertThat(shown(id).get(member)).isEqualTo(before);
  }

  private static String memberships(String principals, String resources) {
    return """
        {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope",
         "principalScopes":[%s],"resourceScopes":[%s]}"""
        .formatted(scope(principals), scope(resources));
  }

  private static String recipient(String query) {
    return """
        [{"notificationTemplateType":"CompletedAdditionalRecipients","notificationRecipientScope":
          {"@odata.type":"#microsoft.graph.accessReviewNotificationRecipientQueryScope",
           "query":"%s","queryType":"MicrosoftGraph"}}]"""
        .formatted(query);
  }

  private static String[] reviewers(String text) {
    return text.equals("-")
        ? new String[0]
        : text.replace("./owners", "./Owners")
            .replace("owners", OWNERS)
            .replace("user", ANN)
            .split(" ", -1);
  }

  private static String id(String json) {
    return json.replace("{g}", GROUP).replace("{other}", OTHER_GROUP);
  }
}
