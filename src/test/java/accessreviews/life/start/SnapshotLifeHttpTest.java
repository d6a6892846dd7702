package accessreviews.life.start;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An instance reviews its group as it was at its start; what changes shows in the next one. */
@QuarkusTest
class SnapshotLifeHttpTest extends LifeHttpTest {
  private static final String WEEKLY = settings(5, "weekly 1", "2026-01-05..");

  private static Series inactiveIn(String group) {
    return Series.aSeries()
        .with(
            "scope",
            """
            {"@odata.type":"#microsoft.graph.accessReviewInactiveUsersQueryScope",
             "query":"%s","queryType":"MicrosoftGraph","inactiveDuration":"P30D"}"""
                .formatted(members(group)))
        .reviewedBy(user("boss"));
  }

  @Test
  void whoComesAndGoesAfterTheStartShowsInTheNextInstance() {
    Organisation.users("ada", "bob", "cleo", "boss");
    Organisation.group("staff", "ada", "bob");
    var series = start(reviewOf("staff", user("boss")).with("settings", WEEKLY));
    var first = latest(series);

    Organisation.join("staff", "cleo");
    Organisation.leave("staff", "ada");
    advance("P2D");
    assertThat(decisions(first)).containsExactly("ada NotReviewed", "bob NotReviewed");

    advance("P5D");
    assertThat(decisions(first)).containsExactly("ada NotReviewed", "bob NotReviewed");
    assertThat(decisions(latest(series))).containsExactly("bob NotReviewed", "cleo NotReviewed");
  }

  @Test
  void guestsAndThoseWithoutThisAccessInTheInstanceBeforeAreMarked() {
    Organisation.users("ada", "bob", "cleo", "boss");
    Organisation.group("staff", "ada", "bob");
    rows.execute("update directory_user set user_type = 'Guest' where display_name = 'bob'");
    start(reviewOf("staff", user("boss")).with("settings", WEEKLY));
    assertThat(marks()).containsExactly("ada", "bob guest");

    Organisation.join("staff", "cleo");
    advance("P7D");

    assertThat(marks()).containsExactly("ada", "ada", "bob guest", "bob guest", "cleo newcomer");
  }

  private List<String> marks() {
    return rows.strings(
        """
        select concat_ws(' ', principal_name, case when guest then 'guest' end,
          case when newcomer then 'newcomer' end)
        from access_review_decision_item order by 1""");
  }

  @Test
  void whoIsInTheGroupTwiceIsReviewedOnce() {
    Organisation.users("ada", "bob", "boss");
    Organisation.group("inner", "ada", "bob");
    Organisation.group("middle", "inner", "ada");
    Organisation.group("staff", "ada", "inner", "middle");
    Organisation.join("inner", "staff");

    var series = start(reviewOf("staff", user("boss")).with("settings", WEEKLY));

    assertThat(principals(latest(series))).containsExactly("ada", "bob");
  }

  @Test
  void aUserWhoIsDeletedStaysInTheInstanceThatRuns() {
    Organisation.users("ada", "bob", "boss");
    Organisation.group("staff", "ada", "bob");
    var series = start(reviewOf("staff", user("boss")).with("settings", WEEKLY));
    var first = latest(series);

    Organisation.deleteUser("ada");
    advance("P7D");

    assertThat(principals(first)).containsExactly("ada", "bob");
    assertThat(principals(latest(series))).containsExactly("bob");
  }

  @Test
  void anInstanceOfAnEmptyGroupHasNobodyAndEnds() {
    Organisation.users("boss");
    Organisation.group("staff");
    var series =
        start(
            reviewOf("staff", user("boss"))
                .with(
                    "settings",
                    once(
                        5,
                        "\"defaultDecisionEnabled\":true",
                        "\"defaultDecision\":\"Deny\"",
                        "\"autoApplyDecisionsEnabled\":true")));
    assertThat(statusOf(series)).isEqualTo("InProgress");
    assertThat(principals(latest(series))).isEmpty();

    advance("P5D");
    assertThat(statusOf(series)).isEqualTo("Applied");
  }

  /** Counted back from the start of each instance, at midnight. */
  @Test
  void onlyThoseWhoAreInactiveAtTheStartAreReviewed() {
    Organisation.users("never", "boss");
    Organisation.activeUser("long-ago", "2025-11-01T12:00:00Z");
    Organisation.activeUser("just-inactive", "2025-12-05T23:59:59Z");
    Organisation.activeUser("just-active", "2025-12-06T00:00:00Z");
    Organisation.activeUser("active", "2026-01-04T12:00:00Z");
    Organisation.group("staff", "never", "long-ago", "just-inactive", "just-active", "active");
    var series =
        start(inactiveIn("staff").with("settings", settings(5, "weekly 1", "2026-01-05..")));

    assertThat(principals(latest(series))).containsExactly("just-inactive", "long-ago", "never");

    clockAt(Instant.parse("2026-01-12T00:00:00Z"));
    assertThat(principals(latest(series)))
        .containsExactly("just-active", "just-inactive", "long-ago", "never");

    clockAt(Instant.parse("2026-02-09T00:00:00Z"));
    assertThat(principals(latest(series)))
        .containsExactly("active", "just-active", "just-inactive", "long-ago", "never");
  }

  @Test
  void anImportedOrganisationIsReviewedToo() {
    Organisation.importFile(
        "users",
        """
        id,displayName,userPrincipalName,lastSignInDateTime
        %s,ada,ada@contoso.com,2026-01-04T00:00:00Z
        %s,bob,bob@contoso.com,
        """
            .formatted(Organisation.id("ada"), Organisation.id("bob")));
    Organisation.importFile("groups", "id,displayName\n" + Organisation.id("staff") + ",staff\n");
    Organisation.importFile(
        "memberships",
        "groupId,memberId\n%1$s,%2$s\n%1$s,%3$s\n"
            .formatted(Organisation.id("staff"), Organisation.id("ada"), Organisation.id("bob")));
    Organisation.importFile(
        "managers",
        "userId,managerId\n%s,%s\n".formatted(Organisation.id("ada"), Organisation.id("bob")));
    var series =
        start(
            reviewOf("staff", "./manager")
                .with("settings", once(5, "\"recommendationsEnabled\":true")));

    assertThat(recommendations(latest(series))).containsExactly("ada Approve", "bob Deny");
    assertThat(routes(latest(series))).containsExactly("ada by bob", "bob by nobody");
  }
}
