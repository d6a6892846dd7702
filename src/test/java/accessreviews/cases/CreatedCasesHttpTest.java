package accessreviews.cases;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reviews that public scripts create. */
@QuarkusTest
class CreatedCasesHttpTest extends PublicCasesHttpTest {

  /** A shell has eaten the options: nothing may be read as a review of everybody. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "P01a | ./members/microsoft.graph.user/?=true&=(userType eq 'Guest')",
        "P01b | /roleManagement/directory/roleEligibilityScheduleInstances?=principal&=(isof"
      })
  void aQueryThatLostItsOptionsIsNamed(String id, String query) {
    var before = rows.everything();
    var answer = sent(id);

    assertThat(answer.json().getString("error.message")).contains(query);
    assertThat(answer.at("error.innerError.code")).isEqualTo("queryNotSupported");
    assertThat(rows.everything()).isEqualTo(before);
  }

  @Test
  void aDayOfTheMonthIsNotNeededAndADefaultDecisionMayWaitToBeEnabled() {
    var created = sent("P02a");

    assertThat(created.at("settings.defaultDecision")).isEqualTo("Deny");
    assertThat(created.at("settings.defaultDecisionEnabled")).isEqualTo(false);
    assertThat(created.at("settings.recurrence.pattern.dayOfMonth")).isEqualTo(0);
  }

  @Test
  void anAccessPackageIsReadBackInTheSpellingOfV1AndFoundInBoth() {
    var created = sent("P03a");
    placed(created.id());

    assertThat(review().getString("scope.query"))
        .isEqualTo(
            "/v1.0/identityGovernance/entitlementManagement/assignments?$filter=(accessPackage/id"
                + " eq '%s' and assignmentPolicy/id eq '%s')"
                    .formatted(Organisation.id("package"), Organisation.id("policy")));
    for (var text : List.of("accessPackageAssignments", "entitlementManagement/assignments?")) {
      assertThat(found("contains(scope/query,'" + text + "')"))
          .as(text)
          .containsExactly(created.id());
    }
  }

  /** Graph refuses it on v1.0 (observed.md, O2), and so does this service where it is strict. */
  @Test
  void theSpellingOfBetaIsTakenOnBothVersions() {
    placed(differing(ADMIN, "P03b", 201).id());

    assertThat(review().getString("scope.query"))
        .startsWith("/v1.0/identityGovernance/entitlementManagement/accessPackageAssignments?");
  }

  @Test
  void aReviewWithoutDaysHasOneInstanceUpToTheEndOfItsRange() {
    placed(sent("P04a").id());

    assertThat(instances(id("definitionId")))
        .containsExactly("2026-01-05T00:00:00Z..2026-02-05T00:00:00Z InProgress");
    advance("P1Y");
    assertThat(instanceIds(id("definitionId"))).hasSize(1);
  }

  @Test
  void zeroesInAPatternSayNothing() {
    var series = sent("P06a").id();
    advance("P4M");

    assertThat(instances(series))
        .containsExactly(
            "2026-01-05T00:00:00Z..2026-01-20T00:00:00Z Completed",
            "2026-04-05T00:00:00Z..2026-04-20T00:00:00Z Completed");
    assertThat(principals(latest(series))).containsExactly("gus");
  }

  @Test
  void ownersRelativeToOneGroupAreItsOwners() {
    placed(sent("P06b").id());

    assertThat(contacted(id("instanceId"))).containsExactly("olga");
    assertThat(routes(id("instanceId")))
        .containsExactly("ada by olga", "bob by olga", "gus by olga");
  }

  @Test
  void theSampleOfADeploymentToolReviewsTheGuests() {
    var created = sent("P07a");
    placed(created.id());

    assertThat(principals(id("instanceId"))).containsExactly("gus");
    assertThat(review().getString("settings.recurrence.range.endDate")).isEqualTo("9999-12-31");
    assertThat(review().getString("scope.resourceScopes[0].query"))
        .isEqualTo(
            "/v1.0/groups/%s/transitiveMembers/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')"
                .formatted(Organisation.id("staff")));

    assertThat(sent("P07c").json().getList("value.id")).containsExactly(created.id());
  }

  @Test
  void theSecondStageMayBeTheManagersWithoutAnybodyElse() {
    var created = sent("P08a");

    assertThat(created.json().getList("stageSettings.stageId")).containsExactly("1", "2");
    assertThat(created.json().getList("stageSettings[0].decisionsThatWillMoveToNextStage"))
        .containsExactly("NotReviewed", "Approve");
    assertThat(created.at("stageSettings[1].reviewers[0].query")).isEqualTo("./manager");
    assertThat(created.json().getList("stageSettings[1].fallbackReviewers")).isEmpty();
  }

  @Test
  void inactivityCountsBackFromTheStartOfTheInstance() {
    Organisation.user(
        "guy",
        ",\"userType\":\"Guest\",\"signInActivity\":{\"lastSignInDateTime\":\"2025-12-20T00:00:00Z\"}");
    Organisation.join("crew", "guy");
    var created = sent("P10a");

    assertThat(created.at("scope.inactiveDuration")).isEqualTo("P30D");
    var instances = instanceIds(created.id());
    assertThat(principals(instances.getFirst())).containsExactly("gus");
    advance("P21D"); // Guy has not signed in for 30 days then
    assertThat(principals(latest(created.id()))).containsExactly("gus", "guy");
  }

  @Test
  void aStartWithATimeIsCutToItsDate() {
    placed(sent("P12a").id());

    assertThat(review().getString("settings.recurrence.range.startDate")).isEqualTo(TODAY);
  }

  @Test
  void twoReviewsMayHaveOneName() {
    var first = sent("P13a");
    var second = sent("P13a");

    assertThat(first.id()).isNotEqualTo(second.id());
    assertThat(found("displayName eq 'Owner''s review'"))
        .containsExactlyInAnyOrder(first.id(), second.id());
  }

  /** The ids of the reviews that {@code filter} finds. */
  private static List<String> found(String filter) {
    return request()
        .get(DEFINITIONS + "?$filter=" + filter.replace(" ", "%20"))
        .then()
        .statusCode(200)
        .extract()
        .path("value.id");
  }
}
