package accessreviews.life.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What is recommended to the reviewers, computed once at the start. */
@QuarkusTest
class RecommendationsLifeHttpTest extends LifeHttpTest {
  private static final String ON = "\"recommendationsEnabled\":true";
  private static final String PEERS =
      ",\"recommendationInsightSettings\":[{\"@odata.type\":"
          + "\"#microsoft.graph.groupPeerOutlierRecommendationInsightSettings\"}]";

  /** The instance starts at 2026-01-05T00:00:00Z. */
  private static void staff() {
    Organisation.users("boss", "never");
    Organisation.activeUser("d1", "2026-01-04T00:00:00Z");
    Organisation.activeUser("d8", "2025-12-28T00:00:00Z");
    Organisation.activeUser("d30", "2025-12-06T00:00:00Z");
    Organisation.activeUser("d31", "2025-12-05T23:59:59Z");
    Organisation.activeUser("d59", "2025-11-07T00:00:00Z");
    Organisation.group("staff", "never", "d1", "d8", "d30", "d31", "d59");
  }

  private static String recommending(String... settings) {
    return latest(start(reviewOf("staff", user("boss")).with("settings", once(5, settings))));
  }

  @Test
  void whoSignedInWithinThirtyDaysOfTheStartIsRecommendedToStay() {
    staff();

    assertThat(recommendations(recommending(ON)))
        .containsExactly(
            "d1 Approve", "d30 Approve", "d31 Deny", "d59 Deny", "d8 Approve", "never Deny");
  }

  @Test
  void theLookBackOfTheSettingsCounts() {
    staff();

    assertThat(recommendations(recommending(ON, "\"recommendationLookBackDuration\":\"P60D\"")))
        .containsExactly(
            "d1 Approve", "d30 Approve", "d31 Approve", "d59 Approve", "d8 Approve", "never Deny");
  }

  @Test
  void theLookBackOfTheInsightCountsFirst() {
    staff();

    assertThat(
            recommendations(
                recommending(
                    ON,
                    "\"recommendationLookBackDuration\":\"P60D\"",
                    """
                    "recommendationInsightSettings":[{"@odata.type":
                      "#microsoft.graph.userLastSignInRecommendationInsightSetting",
                      "recommendationLookBackDuration":"P7D","signInScope":"tenant"}]""")))
        .containsExactly("d1 Approve", "d30 Deny", "d31 Deny", "d59 Deny", "d8 Deny", "never Deny");
  }

  @Test
  void nothingIsRecommendedWhereRecommendationsAreOff() {
    staff();

    assertThat(recommendations(recommending("\"recommendationsEnabled\":false")))
        .allMatch(one -> one.endsWith(" NoInfoAvailable"))
        .hasSize(6);
  }

  @Test
  void nothingIsKnownOfWhoIsNoUser() {
    staff();
    Organisation.group("inner", "d1");
    Organisation.join("staff", "inner");

    var series =
        start(
            Series.aSeries()
                .ofScope("/groups/" + Organisation.id("staff") + "/members")
                .reviewedBy(user("boss"))
                .with("settings", once(5, ON)));

    assertThat(recommendations(latest(series)))
        .contains("inner NoInfoAvailable", "d1 Approve", "never Deny")
        .hasSize(7);
  }

  @Test
  void aSignInAfterTheStartCountsForTheNextInstanceOnly() {
    staff();
    var series =
        start(
            reviewOf("staff", user("boss"))
                .with("settings", settings(5, "weekly 1", "2026-01-05..", ON)));
    var first = latest(series);

    update(
        "/v1.0" + user("never"),
        "{\"signInActivity\":{\"lastSignInDateTime\":\"2026-01-06T00:00:00Z\"}}");
    advance("P2D");
    assertThat(recommendations(first)).contains("never Deny", "d30 Approve");

    advance("P5D");
    assertThat(recommendations(first)).contains("never Deny", "d30 Approve");
    assertThat(recommendations(latest(series))).contains("never Approve", "d30 Deny");
  }

  /** Lead and her reports belong together, so do two reports of one outsider. */
  private static void peers() {
    Organisation.users("boss", "outsider", "lead", "report", "twin1", "twin2", "loner", "stray");
    Organisation.manager("report", "lead");
    Organisation.manager("twin1", "outsider");
    Organisation.manager("twin2", "outsider");
    Organisation.manager("stray", "boss");
    Organisation.group("staff", "lead", "report", "twin1", "twin2", "loner", "stray");
  }

  @Test
  void whoHasNoPeerInTheGroupIsRecommendedToLeave() {
    peers();

    assertThat(recommendations(recommending(ON + PEERS)))
        .containsExactly(
            "lead Approve",
            "loner Deny",
            "report Approve",
            "stray Deny",
            "twin1 Approve",
            "twin2 Approve");
  }

  @Test
  void eachStageHasRecommendationsOfItsOwn() {
    staff();
    var series =
        start(
            reviewOf("staff")
                .inStages(
                    stage(1, 2, "", user("boss")),
                    stage(2, 2, ",\"recommendationLookBackDuration\":\"P60D\"", user("boss")))
                .with("settings", once(4)));
    assertThat(recommendations(latest(series))).contains("d59 Deny", "d1 Approve");

    advance("P2D");
    assertThat(recommendations(latest(series))).contains("d59 Approve", "never Deny");
  }
}
