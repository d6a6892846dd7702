package accessreviews.life.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom each item goes to, as it was at the start, and who was contacted because of it. */
@QuarkusTest
class ReviewersLifeHttpTest extends LifeHttpTest {
  private static final String OWNERS = "/groups/" + Organisation.id("staff") + "/owners";

  @BeforeEach
  void staff() {
    Organisation.users("ada", "bob", "cleo", "boss", "chief", "helper");
    Organisation.group("staff", "ada", "bob", "cleo");
  }

  @Test
  void namedUsersReviewEverybody() {
    var instance = latest(start(reviewOf("staff", user("boss"), user("chief"))));

    assertThat(routes(instance))
        .containsExactly("ada by boss, chief", "bob by boss, chief", "cleo by boss, chief");
    assertThat(contacted(instance)).containsExactly("boss", "chief");
  }

  @Test
  void withoutReviewersEveryoneReviewsThemselves() {
    var instance = latest(start(reviewOf("staff")));

    assertThat(routes(instance)).containsExactly("ada by ada", "bob by bob", "cleo by cleo");
    assertThat(contacted(instance)).containsExactly("ada", "bob", "cleo");
  }

  @Test
  void managersReviewTheirOwnReportsAndOthersStandInWhereThereIsNone() {
    Organisation.manager("ada", "boss");
    Organisation.manager("bob", "chief");

    var instance = latest(start(reviewOf("staff", "./manager").withFallback(user("helper"))));

    assertThat(routes(instance)).containsExactly("ada by boss", "bob by chief", "cleo by helper");
    assertThat(contacted(instance)).containsExactly("boss", "chief", "helper");
  }

  @Test
  void whereEverybodyHasAManagerNoFallbackReviewerIsContacted() {
    Organisation.manager("ada", "boss");
    Organisation.manager("bob", "boss");
    Organisation.manager("cleo", "ada");

    var instance = latest(start(reviewOf("staff", "./manager").withFallback(user("helper"))));

    assertThat(routes(instance)).containsExactly("ada by boss", "bob by boss", "cleo by ada");
    assertThat(contacted(instance)).containsExactly("ada", "boss");
  }

  @Test
  void managersAndNamedUsersReviewTogether() {
    Organisation.manager("ada", "boss");

    var instance = latest(start(reviewOf("staff", "./manager", user("chief"))));

    assertThat(routes(instance))
        .containsExactly("ada by boss, chief", "bob by chief", "cleo by chief");
    assertThat(contacted(instance)).containsExactly("boss", "chief");
  }

  @Test
  void ownersOfTheGroupReviewIt() {
    Organisation.owner("staff", "boss");
    Organisation.owner("staff", "ada");

    var instance = latest(start(reviewOf("staff", OWNERS).withFallback(user("helper"))));

    assertThat(routes(instance))
        .containsExactly("ada by ada, boss", "bob by ada, boss", "cleo by ada, boss");
    assertThat(contacted(instance)).containsExactly("ada", "boss");
  }

  @Test
  void aGroupWithoutOwnersGoesToTheFallbackReviewers() {
    var instance = latest(start(reviewOf("staff", OWNERS).withFallback(user("helper"))));

    assertThat(routes(instance))
        .containsExactly("ada by helper", "bob by helper", "cleo by helper");
    assertThat(contacted(instance)).containsExactly("helper");
  }

  @Test
  void whereNobodyIsFoundNobodyReviewsAndTheInstanceStillEnds() {
    var series = start(reviewOf("staff", OWNERS));
    assertThat(routes(latest(series)))
        .containsExactly("ada by nobody", "bob by nobody", "cleo by nobody");
    assertThat(contacted(latest(series))).isEmpty();

    advance("P1D");
    assertThat(statusOf(series)).isEqualTo("Completed");
  }

  @Test
  void onlyOwnersWhoMatchTheFilterReview() {
    Organisation.user("local", ",\"country\":\"USA\"");
    Organisation.user("remote", ",\"country\":\"Italy\"");
    Organisation.user("visitor", ",\"country\":\"USA\",\"userType\":\"Guest\"");
    Organisation.owner("staff", "local");
    Organisation.owner("staff", "remote");
    Organisation.owner("staff", "visitor");

    var filtered =
        OWNERS
            + "?$filter=microsoft.graph.user/userType eq 'Member' and microsoft.graph.user/country"
            + " eq 'USA'";
    var instance = latest(start(reviewOf("staff", filtered)));

    assertThat(contacted(instance)).containsExactly("local");
  }

  /** Once it was read twice, which failed at every try to start the series. */
  @Test
  void aValueWithCharactersThatUrlsEncodeIsFound() {
    Organisation.user("local", ",\"country\":\"R&D\"");
    Organisation.user("remote", ",\"country\":\"R\"");
    Organisation.owner("staff", "local");
    Organisation.owner("staff", "remote");

    var filtered = OWNERS + "?$filter=microsoft.graph.user/country eq 'R%26D'";
    var instance = latest(start(reviewOf("staff", filtered)));

    assertThat(contacted(instance)).containsExactly("local");
  }

  @Test
  void membersOfAGroupReviewHoweverTheyAreInIt() {
    Organisation.group("inner", "chief", "boss");
    Organisation.group("board", "boss", "inner");

    var instance = latest(start(reviewOf("staff", members("board"))));

    assertThat(routes(instance))
        .containsExactly("ada by boss, chief", "bob by boss, chief", "cleo by boss, chief");
    assertThat(contacted(instance)).containsExactly("boss", "chief");
  }

  /** Frozen at the start, as the members are. */
  @Test
  void whoBecomesManagerOrOwnerAfterTheStartReviewsTheNextInstance() {
    Organisation.manager("ada", "boss");
    Organisation.manager("bob", "boss");
    Organisation.manager("cleo", "boss");
    Organisation.owner("staff", "chief");
    var weekly = settings(5, "weekly 1", "2026-01-05..");
    var byManager = start(reviewOf("staff", "./manager").with("settings", weekly));
    var byOwner = start(reviewOf("staff", OWNERS).with("settings", weekly));
    var firstByManager = latest(byManager);
    var firstByOwner = latest(byOwner);

    Organisation.manager("ada", "helper");
    Organisation.owner("staff", "helper");
    Organisation.noOwner("staff", "chief");
    advance("P2D");
    assertThat(routes(firstByManager))
        .containsExactly("ada by boss", "bob by boss", "cleo by boss");
    assertThat(contacted(firstByOwner)).containsExactly("chief");

    advance("P5D");
    assertThat(routes(latest(byManager)))
        .containsExactly("ada by helper", "bob by boss", "cleo by boss");
    assertThat(contacted(firstByOwner)).containsExactly("chief");
    assertThat(contacted(latest(byOwner))).containsExactly("helper");
  }

  @Test
  void ownersOfEachGroupReviewItsInstance() {
    Organisation.team("red", "ada");
    Organisation.team("blue", "bob");
    Organisation.team("grey", "cleo");
    Organisation.owner("red", "boss");
    Organisation.owner("blue", "chief");

    var series = start(reviewOfAllTeams("./owners").withFallback(user("helper")));

    assertThat(routes(latestOf(series, "red"))).containsExactly("ada by boss");
    assertThat(routes(latestOf(series, "blue"))).containsExactly("bob by chief");
    assertThat(routes(latestOf(series, "grey"))).containsExactly("cleo by helper");
    assertThat(contacted(latestOf(series, "grey"))).containsExactly("helper");
  }
}
