package accessreviews.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What public scripts read. */
@QuarkusTest
class ReadCasesHttpTest extends PublicCasesHttpTest {

  @Test
  void whatIsNotThereIsNotFound() {
    var answer = sent("P07b");

    assertThat(answer.at("error.code")).isEqualTo("ResourceNotFound");
  }

  @Test
  void aFilterThatNothingFulfilsFindsNothing() {
    aWeeklyReview();
    var answer = sent("P14a");

    assertThat(answer.json().getList("value")).isEmpty();
    assertThat(answer.at("'@odata.count'")).isEqualTo(0);
  }

  @Test
  void aPropertyThatCannotBeFilteredIsNamed() {
    assertThat(sent("P16a").json().getString("error.message")).contains("scope/principalType");
  }

  /** Graph refuses such pages (observed.md, O8), and so does this service where it is strict. */
  @ParameterizedTest
  @ValueSource(strings = {"P17a", "P17b"})
  void aLargePageIsWhole(String id) {
    aWeeklyReview();
    var answer = sent(id);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getList("value")).hasSize(3);
    assertThat(answer.text()).doesNotContain("nextLink");
  }

  @Test
  void runningReviewsAreFound() {
    aWeeklyReview();
    start(reviewOf("staff").with("settings", settings(3, "weekly 1", "2027-01-04..")));

    assertThat(sent("P18a").json().getList("value.id")).containsExactly(id("definitionId"));
    assertThat(sent("P23b").json().getList("value.id")).containsExactly(id("instanceId"));
  }

  @Test
  void instancesAreOrderedByTheirEnd() {
    aWeeklyReview();
    advance("P15D");

    assertThat(sent("P18d").json().getList("value.endDateTime"))
        .containsExactly("2026-01-12T00:00:00Z", "2026-01-19T00:00:00Z", "2026-01-26T00:00:00Z");
  }

  @Test
  void slashesAtTheEndDoNotMatter() {
    aWeeklyReview();

    assertThat(sent("P19a").json().getList("value.id")).containsExactly(id("instanceId"));
    assertThat(sent("P19c").json().getList("value.id")).containsExactly(id("definitionId"));
  }

  @Test
  void theContentTypeOfAGetIsNotRead() {
    aWeeklyReview();

    assertThat(sent("P20a").json().getList("value.id")).containsExactly(id("definitionId"));
  }

  @Test
  void decisionsAreFoundByDecisionAndResource() {
    aWeeklyReview();
    decide(id("instanceId"), "ada", "Deny");
    decide(id("instanceId"), "bob", "Approve");

    assertThat(sent("P22a").json().getList("value.principal.displayName")).containsExactly("ada");
    values.put("resourceId", values.get("userId"));
    assertThat(sent("P22a").json().getList("value")).isEmpty();
  }

  @Test
  void expandedInstancesAreTheRealOnes() {
    aWeeklyReview();

    assertThat(sent("P23d").json().getList("value[0].instances.id"))
        .containsExactly(id("instanceId"));
  }

  @Test
  void decisionsAreCounted() {
    aWeeklyReview();
    var answer = sent("P24a");

    assertThat(answer.text()).isEqualTo("3");
    assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain");
  }

  @Test
  void aReviewIsShownAsToolsCompareIt() {
    aWeeklyReview();
    var shown = sent("P26a").json();

    Map<String, Object> reviewer = shown.getMap("reviewers[0]");
    assertThat(reviewer)
        .containsEntry("query", "/v1.0" + user("rita"))
        .containsEntry("queryType", "MicrosoftGraph")
        .containsEntry("queryRoot", null);
    assertThat(shown.<Map<String, Object>>get(""))
        .doesNotContainKey("backupReviewers")
        .containsEntry("stageSettings", List.of());
    assertThat(shown.<Map<String, Object>>get("createdBy")).containsKey("id");
    assertThat(shown.getString("settings.recurrence.range.endDate")).isEqualTo("9999-12-31");
  }

  @Test
  void scopesAndActionsSayTheirTypeAndOthersDoNot() {
    placed(sent("P07a").id());
    var shown = sent("P27a").json();
    var query = "#microsoft.graph.accessReviewQueryScope";

    assertThat(shown.<Map<String, Object>>get("scope"))
        .containsEntry("@odata.type", "#microsoft.graph.principalResourceMembershipsScope");
    for (var scopes : List.of("scope.principalScopes", "scope.resourceScopes")) {
      assertThat(shown.<Map<String, Object>>getList(scopes))
          .allSatisfy(scope -> assertThat(scope).containsEntry("@odata.type", query));
    }
    assertThat(shown.<Map<String, Object>>getList("settings.applyActions"))
        .containsExactly(Map.of("@odata.type", "#microsoft.graph.removeAccessApplyAction"));
    assertThat(shown.<Map<String, Object>>getList("settings.recommendationInsightSettings"))
        .allSatisfy(setting -> assertThat(setting).containsKey("@odata.type"));
    for (var plain : List.of("settings", "reviewers[0]")) {
      assertThat(shown.<Map<String, Object>>get(plain)).doesNotContainKey("@odata.type");
    }

    aWeeklyReview();
    assertThat(sent("P27a").json().<Map<String, Object>>get("instanceEnumerationScope"))
        .containsEntry("@odata.type", query);
  }

  @Test
  void anInstanceOfARecurringReviewHasAnIdOfItsOwn() {
    aWeeklyReview();
    assertThat(sent("P28b").at("error.code")).isEqualTo("ResourceNotFound");
  }

  @Test
  void everySettingIsShownAndAFilterAsItWasSent() {
    started(
        Series.of(
            """
            {"displayName":"Guests","scope":{"query":"%s/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')",
             "queryType":"MicrosoftGraph"},"settings":{"instanceDurationInDays":3}}"""
                .formatted(members("staff"))));
    values.put("definitionId", sent("P13a").id());
    var shown = sent("P29a").json();

    assertThat(shown.getString("value.find { it.displayName == 'Guests' }.scope.query"))
        .contains("(userType eq 'Guest')");
    var others = "value.find { it.displayName != 'Guests' }.";
    assertThat(shown.<Map<String, Object>>get(others + "settings"))
        .containsEntry("defaultDecisionEnabled", false)
        .containsEntry("autoApplyDecisionsEnabled", false)
        .containsEntry("reminderNotificationsEnabled", false);
    assertThat(shown.<Map<String, Object>>get(others + "settings.recurrence.range"))
        .containsEntry("startDate", TODAY)
        .containsEntry("endDate", "9999-12-31")
        .containsEntry("type", "noEnd");
    assertThat(shown.getString(others + "createdBy.userPrincipalName"))
        .isEqualTo("admin@contoso.com");
  }

  @Test
  void aReviewIsThereAsSoonAsItIsCreated() {
    for (var time = 1; time <= 3; time++) {
      values.put("definitionId", sent("P13a").id());
      sent("P33a");
    }
  }

  @Test
  void anInstanceIsTheSameInItsListAndByItself() {
    started(
        reviewOf("staff", "/groups/%s/transitiveMembers".formatted(values.get("groupId")))
            .with("settings", Series.WEEKLY));
    Map<String, Object> single = sent("P41a").json().getMap("");
    single.remove("@odata.context");

    assertThat(sent("P19a").json().<Map<String, Object>>get("value[0]"))
        .containsAllEntriesOf(single);
    assertThat(single).extractingByKey("reviewers").asInstanceOf(LIST).hasSize(1);
  }

  @Test
  void aReviewerWithoutARoleSeesTheirReviews() {
    aWeeklyReview();
    start(reviewOf("staff", user("olga")));

    assertThat(sentBy(RITA, "P44c").json().getList("value.id")).containsExactly(id("definitionId"));
    assertThat(sentBy(RITA, "P44a").json().getList("value.definition.id"))
        .containsExactly(id("definitionId"));
  }
}
