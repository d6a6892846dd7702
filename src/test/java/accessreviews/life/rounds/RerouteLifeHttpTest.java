package accessreviews.life.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Bodies;
import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other reviewers take over while a review runs. */
@QuarkusTest
class RerouteLifeHttpTest extends LifeHttpTest {
  @BeforeEach
  void staff() {
    Organisation.users("ada", "bob", "boss", "chief", "helper");
    Organisation.group("staff", "ada", "bob");
    Organisation.manager("ada", "boss");
  }

  private static String reviewers(String... queries) {
    return Bodies.update("\"reviewers\":" + Series.scopes(queries));
  }

  private static String fallback(String... queries) {
    return Bodies.update("\"fallbackReviewers\":" + Series.scopes(queries));
  }

  private static String inProgress(Series review) {
    return start(review.with("settings", settings(5, "weekly 1", "2026-01-05..")));
  }

  /** When each of those who were contacted was: {@code boss 2026-01-05 09:00:00}. */
  private List<String> contactedAt(String instance) {
    return rows.strings(
        """
        select concat_ws(' ', display_name, created_date_time at time zone 'UTC')
        from access_review_reviewer where instance_id = ?::uuid and contacted order by 1""",
        instance);
  }

  @Test
  void otherReviewersTakeOverAndWhatWasDecidedStays() {
    var series = inProgress(reviewOf("staff", user("boss")));
    var instance = latest(series);
    decide(instance, "ada", "Deny");

    update(instancePath(series, instance), reviewers(user("chief"), user("helper")));

    assertThat(routes(instance)).contains("bob by chief, helper");
    assertThat(contacted(instance)).containsExactly("chief", "helper");
    assertThat(decisions(instance)).containsExactly("ada Deny", "bob NotReviewed");
  }

  @Test
  void aListOfReviewersGivesWayToManagersAndBack() {
    var series = inProgress(reviewOf("staff", user("chief")).withFallback(user("helper")));
    var instance = latest(series);
    assertThat(contacted(instance)).containsExactly("chief");

    update(instancePath(series, instance), reviewers("./manager"));
    assertThat(routes(instance)).containsExactly("ada by boss", "bob by helper");
    assertThat(contacted(instance)).containsExactly("boss", "helper");

    update(instancePath(series, instance), reviewers(user("chief")));
    assertThat(routes(instance)).containsExactly("ada by chief", "bob by chief");
    assertThat(contacted(instance)).containsExactly("chief");
  }

  @Test
  void aSelfReviewIsTakenOverByAGroupAndBack() {
    Organisation.group("board", "boss", "chief");
    var series = inProgress(reviewOf("staff"));
    var instance = latest(series);

    update(instancePath(series, instance), reviewers(members("board")));
    assertThat(routes(instance)).containsExactly("ada by boss, chief", "bob by boss, chief");
    assertThat(contacted(instance)).containsExactly("boss", "chief");

    update(instancePath(series, instance), Bodies.update("\"reviewers\":[]"));
    assertThat(routes(instance)).containsExactly("ada by ada", "bob by bob");
    assertThat(contacted(instance)).containsExactly("ada", "bob");
  }

  @Test
  void aNewFallbackReviewerGetsWhatNobodyReviewed() {
    var series = inProgress(reviewOf("staff", "./manager"));
    var instance = latest(series);
    assertThat(routes(instance)).containsExactly("ada by boss", "bob by nobody");

    update(instancePath(series, instance), fallback(user("helper")));
    assertThat(routes(instance)).containsExactly("ada by boss", "bob by helper");
    assertThat(contacted(instance)).containsExactly("boss", "helper");
  }

  @Test
  void whoStaysReviewerKeepsTheTimeAtWhichTheyWereContacted() {
    var series = inProgress(reviewOf("staff", user("boss"), user("chief")));
    var instance = latest(series);
    advance("P1D");

    update(instancePath(series, instance), reviewers(user("boss"), user("helper")));

    assertThat(contactedAt(instance))
        .containsExactly("boss 2026-01-05 09:00:00", "helper 2026-01-06 09:00:00");
  }

  @Test
  void aFallbackReviewerWhoStaysKeepsTheTimeToo() {
    var series = inProgress(reviewOf("staff", "./manager").withFallback(user("helper")));
    var instance = latest(series);
    advance("P1D");

    update(instancePath(series, instance), fallback(user("helper"), user("chief")));

    assertThat(routes(instance)).containsExactly("ada by boss", "bob by chief, helper");
    assertThat(contactedAt(instance))
        .containsExactly(
            "boss 2026-01-05 09:00:00", "chief 2026-01-06 09:00:00", "helper 2026-01-05 09:00:00");
  }

  @Test
  void theNextInstanceIsReviewedAsTheSeriesSays() {
    var series = inProgress(reviewOf("staff", user("boss")));
    update(instancePath(series, latest(series)), reviewers(user("chief")));

    advance("P7D");

    assertThat(contacted(latest(series))).containsExactly("boss");
  }

  private static String staged() {
    return start(
        reviewOf("staff")
            .inStages(stage(1, 2, "", user("boss")), stage(2, 2, "", user("boss")))
            .with("settings", settings(0, "weekly 1", "2026-01-05..")));
  }

  @Test
  void otherReviewersOfAStageReviewThatStageOnly() {
    var series = staged();
    var instance = latest(series);

    update(
        stagePath(series, instance, 0),
        Bodies.object("\"reviewers\":" + Series.scopes(user("chief"))));
    assertThat(routes(instance)).containsExactly("ada by chief", "bob by chief");
    assertThat(contacted(instance)).containsExactly("chief");

    advance("P2D");
    assertThat(routes(instance)).containsExactly("ada by boss", "bob by boss");
    assertThat(contacted(instance)).containsExactly("chief", "boss");

    update(
        stagePath(series, instance, 1),
        Bodies.object("\"reviewers\":" + Series.scopes("./manager")));
    assertThat(routes(instance)).containsExactly("ada by boss", "bob by nobody");
    assertThat(contacted(instance)).containsExactly("chief", "boss");
  }

  /** Its stages say who reviews. */
  @Test
  void otherReviewersOfAnInstanceWithStagesReviewNothing() {
    var series = staged();
    var instance = latest(series);

    update(instancePath(series, instance), reviewers(user("chief")));

    assertThat(routes(instance)).containsExactly("ada by boss", "bob by boss");
    assertThat(contacted(instance)).containsExactly("boss");
  }

  @Test
  void itemsThatDidNotGoOnStayWhereTheyWereWhenTheNextStageIsTakenOver() {
    var moves = ",\"decisionsThatWillMoveToNextStage\":[\"Approve\"]";
    var series =
        start(
            reviewOf("staff")
                .inStages(stage(1, 2, moves, user("boss")), stage(2, 2, "", user("chief")))
                .with("settings", settings(0, "weekly 1", "2026-01-05..")));
    var instance = latest(series);
    decide(instance, "ada", "Approve");
    advance("P2D");

    update(
        stagePath(series, instance, 1),
        Bodies.object("\"reviewers\":" + Series.scopes(user("helper"))));

    assertThat(routes(instance)).containsExactly("ada by helper", "bob by boss");
    assertThat(contacted(instance)).containsExactly("boss", "helper");
  }
}
