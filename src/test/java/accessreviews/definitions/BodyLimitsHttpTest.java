package accessreviews.definitions;

import static accessreviews.testing.GraphRefusal.invalid;
import static accessreviews.testing.rows.Series.ANN;
import static accessreviews.testing.rows.Series.BOB;
import static accessreviews.testing.rows.Series.GROUP;
import static accessreviews.testing.rows.Series.OTHER_GROUP;
import static accessreviews.testing.rows.Series.aSeries;
import static accessreviews.testing.rows.Series.aWeeklySeries;
import static accessreviews.testing.rows.Series.scope;
import static accessreviews.testing.rows.Series.stage;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.GraphRefusal;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a series stores and computes with is bounded (docs/limits.md), on every write. */
@QuarkusTest
class BodyLimitsHttpTest extends DefinitionHttpTest {
  private static final String LAST_SIGN_IN =
      "#microsoft.graph.userLastSignInRecommendationInsightSetting";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P10000Y",
        "P999999999Y",
        "P100Y1D",
        "P1201M",
        "P36526D",
        "PT876601H",
        "-P30D",
        "P-30D",
        "P1DT-25H",
        "P1M-29D"
      })
  void aDurationThatCannotBeCountedIsRefused(String duration) {
    var said = "an ISO 8601 duration such as P30D, not negative, and at most 100 years";
    var quoted = "\"" + duration + "\"";
    var id = created(aWeeklySeries());
    refusesEveryWrite(
        invalid("settings.recommendationLookBackDuration", said),
        id,
        "settings.recommendationLookBackDuration",
        quoted);
    refusesEveryWrite(
        invalid("settings.recommendationInsightSettings[0].recommendationLookBackDuration", said),
        id,
        "settings.recommendationInsightSettings",
        "[{\"@odata.type\":\"%s\",\"recommendationLookBackDuration\":%s}]"
            .formatted(LAST_SIGN_IN, quoted));
    refusesEveryWrite(
        invalid("stageSettings[0].recommendationLookBackDuration", said),
        id,
        "stageSettings",
        "[" + Series.of(stage(1, ANN)).with("recommendationLookBackDuration", quoted).json() + "]");
    refusesEveryWrite(
        invalid("scope.inactiveDuration", said), id, "scope", inactive("members", duration));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "P30D", "P100Y", "P1200M", "P36525D", "PT876600H"})
  void otherDurationsAreTakenAndTheSeriesStarts(String duration) {
    var id =
        created(
            aSeries()
                .with("scope", inactive("members", duration))
                .with(
                    "settings",
                    """
                    {"instanceDurationInDays":1,"recommendationsEnabled":true,
                     "recommendationLookBackDuration":"%s"}"""
                        .formatted(duration)));

    assertThat(shown(id).get("status").asText()).isEqualTo("InProgress");
  }

  private static String inactive(String members, String duration) {
    return """
        {"@odata.type":"#microsoft.graph.accessReviewInactiveUsersQueryScope",
         "query":"/groups/%s/%s","queryType":"MicrosoftGraph","inactiveDuration":"%s"}"""
        .formatted(GROUP, members, duration);
  }

  @ParameterizedTest
  @CsvSource({"displayName", "descriptionForAdmins", "descriptionForReviewers"})
  void aTextHasAtMost4000Characters(String member) {
    var id = created(aWeeklySeries());
    refusesEveryWrite(
        invalid(member, "expected at most 4000 characters"), id, member, quoted("ä".repeat(4_001)));

    changes(json(alone(member, quoted("💥".repeat(4_000)))).patch(path(id)));
    assertThat(shown(id).get(member).asText()).isEqualTo("💥".repeat(4_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          reviewers         | reviewers[0].query         | 16384 | [{"query":"%s"}]
          fallbackReviewers | fallbackReviewers[0].query | 16384 | [{"query":"%s"}]
          scope             | scope.query                | 16384 | {"query":"%s"}
          scope             | scope.queryRoot            | 4000  | {"query":"/x","queryRoot":"%s"}
          settings.recurrence.range.recurrenceTimeZone | settings.recurrence.range.recurrenceTimeZone | 4000 | "%s"
          """)
  void soDoOtherTextsAndQueriesAreAsLongAsUrls(
      String member, String target, int longest, String value) {
    refusesEveryWrite(
        invalid(target, "expected at most %d characters".formatted(longest)),
        created(aWeeklySeries()),
        member,
        value.formatted("x".repeat(longest + 1)));
  }

  @Test
  void aTypeThatIsLongIsNotSaidAgain() {
    refuses(
        invalid("scope.@odata.type", "a supported type, got one of 100000 characters"),
        () ->
            json(aSeries()
                    .with("scope", "{\"@odata.type\":\"%s\"}".formatted("x".repeat(100_000)))
                    .json())
                .post(DEFINITIONS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          reviewers            | reviewers                     | [%s]                                             | {"query":"/users/{id}"}
          fallbackReviewers    | fallbackReviewers             | [%s]                                             | {"query":"/users/{id}"}
          backupReviewers      | backupReviewers               | [%s]                                             | {"query":"/users/{id}"}
          stageSettings        | stageSettings[0].reviewers    | [{"stageId":"1","durationInDays":1,"reviewers":[%s]}] | {"query":"/users/{id}"}
          stageSettings        | stageSettings[0].dependsOn    | [{"stageId":"1","durationInDays":1,"dependsOn":[%s]}] | "1"
          stageSettings        | stageSettings                 | [%s]                                             | {"stageId":"1","durationInDays":1}
          scope                | scope.principalScopes         | {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope","principalScopes":[%s]} | {"query":"/users"}
          scope                | scope.resourceScopes          | {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope","resourceScopes":[%s]} | {"query":"/groups/{id}"}
          settings.applyActions | settings.applyActions        | [%s]                                             | {"@odata.type":"#microsoft.graph.removeAccessApplyAction"}
          settings.recurrence.pattern.daysOfWeek | settings.recurrence.pattern.daysOfWeek | [%s]                  | "monday"
          additionalNotificationRecipients | additionalNotificationRecipients | [%s] | {"notificationTemplateType":"CompletedAdditionalRecipients","notificationRecipientScope":{"@odata.type":"#microsoft.graph.accessReviewNotificationRecipientQueryScope","query":"/users/{id}"}}
          """)
  void aListHasAtMost300Elements(String member, String target, String list, String element) {
    var elements = String.join(",", nCopies(301, element.replace("{id}", OTHER_GROUP)));
    refusesEveryWrite(
        invalid(target, "expected at most 300 elements"),
        created(aWeeklySeries()),
        member,
        list.formatted(elements));
  }

  /** All of their queries are one statement, so this shows that the bound is low enough for it. */
  @Test
  void asManyReviewersAsAllowedReview() {
    Organisation.users("ada", "boss");
    Organisation.group("staff", "ada");
    Organisation.owner("staff", "boss");
    var staff = "/groups/" + Organisation.id("staff");
    var owners =
        IntStream.rangeClosed(1, 300)
            .mapToObj(number -> "/groups/%s/owners".formatted(numbered(number)))
            .toArray(String[]::new);
    owners[299] = staff + "/owners";

    var id = created(aSeries().ofScope(staff + "/members").reviewedBy(owners).withFallback(owners));

    String reviewers =
        request()
            .get(onlyInstanceOf(id) + "/contactedReviewers")
            .path("value.displayName")
            .toString();
    assertThat(shown(id).get("status").asText()).isEqualTo("InProgress");
    assertThat(reviewers).isEqualTo("[boss]");
  }

  @Test
  void asManyResourcesAsAllowedAreReviewed() {
    var resources =
        IntStream.rangeClosed(1, 150)
            .mapToObj(BodyLimitsHttpTest::numbered)
            .flatMap(
                team ->
                    Stream.of(
                        scope("/groups/" + team),
                        scope(
                            "/teams/%s/channels?$filter=(membershipType eq 'shared')"
                                .formatted(team))))
            .collect(Collectors.joining(","));
    var scope =
        """
        {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope",
         "principalScopes":[%s],"resourceScopes":[%s]}"""
            .formatted(scope("/users"), resources);

    var id = created(aSeries().with("scope", scope));

    assertThat(request().get(path(id) + "/instances/$count").asString()).isEqualTo("150");
  }

  private static String numbered(int number) {
    return "%08d-0000-4000-8000-000000000000".formatted(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"displayName":"x","DisplayName":"y"} | DisplayName
          {"reviewers":[{"query":"{ann}","QUERY":"{bob}"}]} | reviewers[0].QUERY
          {"settings":{"recurrence":{"range":{"startDate":"2026-01-05","startdate":"2026-01-06"}}}} | settings.recurrence.range.startdate
          {"unheardOf":[[1,{"a":{"b":1,"B":2}}]]} | unheardOf[0][1].a.B
          """)
  void namesThatDifferOnlyInCaseAreRefused(String body, String target) {
    var sent = body.replace("{ann}", ANN).replace("{bob}", BOB);
    var id = created(aWeeklySeries());
    var expected = invalid(target, "names match in any case");
    refuses(expected, () -> json(sent).post(DEFINITIONS));
    refuses(expected, () -> json(sent).put(path(id)));
    refuses(expected, () -> json(sent).patch(path(id)));
  }

  /** Shown would be one group, and reviewed all of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /groups/{g}/members | /groups?$filter=(groupTypes/any(c:c eq 'Unified'))
          /groups/{g}/members | /groups/{h}
          /roleManagement/directory/roleDefinitions/{g} | /groups/{g}
          """)
  void aScopeThatIsNotRelativeHasNoOtherGroups(String query, String groups) {
    refuses(
        invalid("scope", "a query relative to the groups of instanceEnumerationScope"),
        () ->
            json(aSeries()
                    .ofScope(query.replace("{g}", GROUP))
                    .enumerating(groups.replace("{g}", GROUP).replace("{h}", OTHER_GROUP))
                    .json())
                .post(DEFINITIONS));
  }

  @Test
  void aScopeThatIsNotRelativeMayNameItsOwnGroupAgain() {
    created(aSeries().enumerating("/v1.0/groups/" + GROUP.toUpperCase(Locale.ROOT)));
  }

  private void refusesEveryWrite(GraphRefusal expected, String id, String member, String value) {
    var put = aWeeklySeries().with(member, value).json();
    refuses(expected, () -> json(put).post(DEFINITIONS));
    refuses(expected, () -> json(put).put(path(id)));
    refuses(expected, () -> json(alone(member, value)).patch(path(id)));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
