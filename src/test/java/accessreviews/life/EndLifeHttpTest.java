package accessreviews.life;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an instance at its end: decided by default, and applied. */
@QuarkusTest
class EndLifeHttpTest extends LifeHttpTest {
  private static final String APPLIES = "\"autoApplyDecisionsEnabled\":true";

  @BeforeEach
  void staff() {
    Organisation.users("boss", "idle");
    Organisation.activeUser("busy", "2026-01-04T00:00:00Z");
    Organisation.activeUser("kept", "2025-01-04T00:00:00Z");
    Organisation.activeUser("gone", "2026-01-04T00:00:00Z");
    Organisation.activeUser("unsure", "2025-01-04T00:00:00Z");
    Organisation.group("staff", "idle", "busy", "kept", "gone", "unsure");
  }

  private static String byDefault(String decision) {
    return "\"recommendationsEnabled\":true,\"defaultDecisionEnabled\":true,\"defaultDecision\":\"%s\""
        .formatted(decision);
  }

  /** A review of five days in which three of five were decided. */
  private String answered(String... settings) {
    var series = start(reviewOf("staff", user("boss")).with("settings", once(5, settings)));
    decide(latest(series), "kept", "Approve");
    decide(latest(series), "gone", "Deny");
    decide(latest(series), "unsure", "DontKnow");
    return series;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Approve        | busy Approve     | idle Approve
          Deny           | busy Deny        | idle Deny
          Recommendation | busy Approve     | idle Deny
          None           | busy NotReviewed | idle NotReviewed
          """)
  void whatNobodyDecidedIsDecidedByDefault(String decision, String busy, String idle) {
    var series = answered(byDefault(decision));

    advance("P5D");

    assertThat(statusOf(series)).isEqualTo("Completed");
    assertThat(decisions(latest(series)))
        .containsExactly(busy, "gone Deny", idle, "kept Approve", "unsure DontKnow");
    assertThat(applied(latest(series))).allMatch(one -> one.endsWith(" New"));
    assertThat(membersNow("staff")).containsExactly("busy", "gone", "idle", "kept", "unsure");
  }

  @Test
  void theServiceSignsWhatItDecidesByDefaultAndNothingElse() {
    var series = answered(byDefault("Deny"));

    advance("P5D");

    assertThat(
            rows.strings(
                """
                select concat_ws(' ', principal_name, reviewed_by ->> 'displayName',
                  reviewed_date_time at time zone 'UTC')
                from access_review_decision_item where instance_id = ?::uuid order by 1""",
                latest(series)))
        .containsExactly(
            "busy AAD Access Reviews 2026-01-10 00:00:00",
            "gone decider 2026-01-05 09:00:00",
            "idle AAD Access Reviews 2026-01-10 00:00:00",
            "kept decider 2026-01-05 09:00:00",
            "unsure decider 2026-01-05 09:00:00");
  }

  @Test
  void withoutRecommendationsTheDefaultRecommendationDecidesNothing() {
    var series =
        answered("\"defaultDecisionEnabled\":true", "\"defaultDecision\":\"Recommendation\"");

    advance("P5D");

    assertThat(statusOf(series)).isEqualTo("Completed");
    assertThat(decisions(latest(series)))
        .containsExactly(
            "busy NotReviewed", "gone Deny", "idle NotReviewed", "kept Approve", "unsure DontKnow");
  }

  @Test
  void aDefaultDecisionThatIsNotEnabledIsNotTaken() {
    var series = answered("\"defaultDecision\":\"Deny\"", "\"defaultDecisionEnabled\":false");

    advance("P5D");

    assertThat(decisions(latest(series))).contains("busy NotReviewed", "idle NotReviewed");
  }

  @Test
  void onlyThoseWhoWereDeniedLoseTheirAccess() {
    var series = answered(APPLIES);
    assertThat(membersNow("staff")).containsExactly("busy", "gone", "idle", "kept", "unsure");

    advance("P5D");

    assertThat(statusOf(series)).isEqualTo("Applied");
    assertThat(membersNow("staff")).containsExactly("busy", "idle", "kept", "unsure");
    assertThat(applied(latest(series)))
        .containsExactly(
            "busy New", "gone AppliedSuccessfully", "idle New", "kept New", "unsure New");
    assertThat(
            rows.strings(
                """
                select distinct applied_by is null and applied_date_time is null
                from access_review_decision_item where decision <> 'Deny'"""))
        .as("what is kept is left as it was")
        .containsExactly("t");
  }

  @Test
  void whatIsDecidedByDefaultIsAppliedToo() {
    var series = answered(APPLIES, byDefault("Recommendation"));

    advance("P5D");

    assertThat(statusOf(series)).isEqualTo("Applied");
    assertThat(membersNow("staff")).containsExactly("busy", "kept", "unsure");
  }

  @Test
  void whoWasDeniedIsNotInTheNextInstance() {
    var series =
        start(
            reviewOf("staff", user("boss"))
                .with("settings", settings(5, "weekly 1", "2026-01-05..", APPLIES)));
    decide(latest(series), "gone", "Deny");
    advance("P7D");
    assertThat(principals(latest(series))).containsExactly("busy", "idle", "kept", "unsure");

    decide(latest(series), "idle", "Deny");
    Organisation.join("staff", "gone");
    advance("P7D");
    assertThat(principals(latest(series))).containsExactly("busy", "gone", "kept", "unsure");
  }

  @Test
  void anItemSaysWhyItsAccessCouldNotBeTakenAway() {
    Organisation.users("nested", "left", "deleted");
    Organisation.group("inner", "nested", "gone");
    Arrays.asList("inner", "left", "deleted").forEach(one -> Organisation.join("staff", one));
    var series = answered(APPLIES);
    Arrays.asList("nested", "left", "deleted").forEach(one -> decide(latest(series), one, "Deny"));
    Organisation.leave("staff", "left");
    Organisation.deleteUser("deleted");

    advance("P5D");

    assertThat(applied(latest(series)))
        .containsExactly(
            "busy New",
            "deleted AppliedSuccessfullyButObjectNotFound",
            "gone AppliedSuccessfully",
            "idle New",
            "kept New",
            "left AppliedSuccessfullyButObjectNotFound",
            "nested ApplyNotSupported",
            "unsure New");
    assertThat(membersNow("staff")).containsExactly("busy", "idle", "inner", "kept", "unsure");
    assertThat(membersNow("inner")).containsExactly("gone", "nested");
    assertThat(
            rows.strings(
                "select apply_description from access_review_decision_item"
                    + " where principal_name = 'gone'"))
        .containsExactly(
            "The direct access is removed; the principal is still a member through group"
                + " \"inner\".");
  }

  @Test
  void membersOfGroupsThatAreKeptElsewhereStay() {
    Organisation.groupWith(",\"onPremisesSyncEnabled\":true", "elsewhere", "gone", "kept");
    var series = start(reviewOf("elsewhere", user("boss")).with("settings", once(5, APPLIES)));
    decide(latest(series), "gone", "Deny");

    advance("P5D");

    assertThat(applied(latest(series))).containsExactly("gone ApplyNotSupported", "kept New");
    assertThat(membersNow("elsewhere")).containsExactly("gone", "kept");
    assertThat(statusOf(series)).isEqualTo("Applied");
  }

  @Test
  void aGroupThatIsReviewedAsAMemberCanBeRemovedAsOne() {
    Organisation.group("inner", "kept");
    Organisation.join("staff", "inner");
    var series =
        start(
            Series.aSeries()
                .ofScope("/groups/" + Organisation.id("staff") + "/members")
                .reviewedBy(user("boss"))
                .with("settings", once(5, APPLIES)));
    decide(latest(series), "inner", "Deny");

    advance("P5D");

    assertThat(membersNow("staff")).containsExactly("busy", "gone", "idle", "kept", "unsure");
    assertThat(membersNow("inner")).containsExactly("kept");
  }
}
