package accessreviews.life.start;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One instance for each Microsoft 365 group and occurrence. */
@QuarkusTest
class AllGroupsLifeHttpTest extends LifeHttpTest {
  private static final String WEEKLY = settings(5, "weekly 1", "2026-01-05..");
  private static final String GUESTS =
      "./members/microsoft.graph.user/?$filter=(userType eq 'Guest')";

  @BeforeEach
  void teams() {
    Organisation.users("ada", "bob", "boss");
    Organisation.user("guest", ",\"userType\":\"Guest\"");
    Organisation.team("red", "ada", "bob");
    Organisation.team("blue", "ada", "guest");
    Organisation.team("empty");
    Organisation.group("no-team", "ada");
    Organisation.groupWith(",\"groupTypes\":[\"Unified\",\"DynamicMembership\"]", "dynamic", "ada");
    Organisation.groupWith(
        ",\"groupTypes\":[\"Unified\"],\"isAssignableToRole\":true", "operators", "ada");
  }

  /** What each instance reviews, in which week: {@code 2026-01-05 red ada}. */
  private List<String> reviewed(String series) {
    return rows.strings(
        """
        select concat_ws(' ', i.occurrence, g.display_name,
          (select string_agg(d.principal_name, ' ' order by d.principal_name)
           from access_review_decision_item d where d.instance_id = i.id))
        from access_review_instance i left join directory_group g on g.id = i.resource_id
        where i.definition_id = ?::uuid order by 1""",
        series);
  }

  @Test
  void eachGroupWithSomebodyToReviewHasOneInstance() {
    var series = start(reviewOfAllTeams(user("boss")).with("settings", WEEKLY));

    assertThat(reviewed(series))
        .containsExactly("2026-01-05 blue ada guest", "2026-01-05 red ada bob");
    assertThat(request().get(path(series) + "/instances").path("value.scope.query").toString())
        .contains("/v1.0/groups/" + Organisation.id("red") + "/members/microsoft.graph.user")
        .contains("/v1.0/groups/" + Organisation.id("blue") + "/members/microsoft.graph.user");
    assertThat(instances(series))
        .containsExactly(
            "2026-01-05T00:00:00Z..2026-01-10T00:00:00Z InProgress",
            "2026-01-05T00:00:00Z..2026-01-10T00:00:00Z InProgress");
  }

  @Test
  void groupsThatComeAndGoShowInTheNextOccurrence() {
    var series = start(reviewOfAllTeams(user("boss")).with("settings", WEEKLY));

    Organisation.team("green", "bob");
    Organisation.join("empty", "bob");
    Organisation.leave("red", "ada");
    Organisation.leave("red", "bob");
    advance("P2D");
    assertThat(reviewed(series))
        .containsExactly("2026-01-05 blue ada guest", "2026-01-05 red ada bob");

    advance("P5D");
    assertThat(reviewed(series))
        .containsExactly(
            "2026-01-05 blue ada guest",
            "2026-01-05 red ada bob",
            "2026-01-12 blue ada guest",
            "2026-01-12 empty bob",
            "2026-01-12 green bob");
  }

  @Test
  void aReviewOfGuestsSkipsGroupsWithoutAny() {
    var series = start(reviewOfAllTeams(user("boss")).with("settings", WEEKLY).ofScope(GUESTS));

    assertThat(reviewed(series)).containsExactly("2026-01-05 blue guest");
  }

  @Test
  void groupsThatAreExceptedHaveNoInstance() {
    var series =
        start(
            reviewOfAllTeams(user("boss"))
                .with("settings", WEEKLY)
                .enumerating(
                    "/groups?$filter=(groupTypes/any(c:c+eq+'Unified') and id ne '%s')&$count=true"
                        .formatted(Organisation.id("red"))));

    assertThat(reviewed(series)).containsExactly("2026-01-05 blue ada guest");
  }

  @Test
  void onlyTeamsAreReviewedWhereOnlyTheyAreEnumerated() {
    Organisation.groupWith(
        ",\"groupTypes\":[\"Unified\"],\"resourceProvisioningOptions\":[\"Team\"]", "crew", "bob");
    var series =
        start(
            reviewOfAllTeams(user("boss"))
                .with("settings", WEEKLY)
                .enumerating(
                    "/groups?$filter=(groupTypes/any(c:c eq 'Unified') and"
                        + " resourceProvisioningOptions/Any(x:x eq 'Team'))"));

    assertThat(reviewed(series)).containsExactly("2026-01-05 crew bob");
  }

  /** A week in which nobody is there has no instances; the weeks after it go on. */
  @Test
  void anOccurrenceWithoutGroupsIsOverAtOnce() {
    Organisation.deleteGroup("red");
    Organisation.deleteGroup("blue");
    var series = start(reviewOfAllTeams(user("boss")).with("settings", WEEKLY));
    assertThat(reviewed(series)).isEmpty();
    assertThat(statusOf(series)).isEqualTo("Completed");

    Organisation.team("late", "ada");
    advance("P7D");
    assertThat(reviewed(series)).containsExactly("2026-01-12 late ada");
    assertThat(statusOf(series)).isEqualTo("InProgress");
  }

  @Test
  void theSeriesIsInProgressUntilItsLastGroupIsDone() {
    var series =
        start(
            reviewOfAllTeams(user("boss"))
                .with("settings", settings(5, "weekly 1", "2026-01-05 x1")));

    stop(instancePath(series, latestOf(series, "red")));
    assertThat(statusOf(series, latestOf(series, "red"))).isEqualTo("Completed");
    assertThat(statusOf(series, latestOf(series, "blue"))).isEqualTo("InProgress");
    assertThat(statusOf(series)).isEqualTo("InProgress");

    stop(instancePath(series, latestOf(series, "blue")));
    assertThat(statusOf(series)).isEqualTo("Completed");
  }

  @Test
  void whatWasDecidedInOneGroupIsAppliedThereOnly() {
    var series =
        start(
            reviewOfAllTeams(user("boss"))
                .with(
                    "settings",
                    settings(
                        5, "weekly 1", "2026-01-05 x1", "\"autoApplyDecisionsEnabled\":true")));
    decide(latestOf(series, "red"), "ada", "Deny");

    advance("P5D");

    assertThat(membersNow("red")).containsExactly("bob");
    assertThat(membersNow("blue")).containsExactly("ada", "guest");
    assertThat(membersNow("no-team")).containsExactly("ada");
    assertThat(statusOf(series)).isEqualTo("Applied");
  }
}
