package accessreviews.decisions.reviewers;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Bodies;
import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import accessreviews.testing.rows.Statements;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code @odata.count} is right through the life of a review, and nothing is counted for it. */
@InProcessOnly("looks at the statements that it sends")
@QuarkusTest
class ItemCountsHttpTest extends LifeHttpTest {
  private static final String OWN = "/filterByCurrentUser(on='reviewer')";

  @Inject @PersistenceUnitExtension Statements statements;

  @BeforeEach
  void staff() {
    Organisation.users("ada", "bob", "cleo", "dan", "boss", "chief", "helper");
    Organisation.group("staff", "ada", "bob", "cleo", "dan");
    Organisation.manager("ada", "boss");
    Organisation.manager("bob", "boss");
    Organisation.manager("cleo", "chief");
  }

  @Test
  void ofAllItemsIsKnown() {
    var series = start(reviewOf("staff", user("boss")).with("settings", once(5)));
    var decisions = decisionsPath(series, latest(series));

    var page = request().get(decisions + "?$top=1");
    var number = request().get(decisions + "/$count");

    assertCount(page, 4);
    assertThat(number.asString()).isEqualTo("4");
    assertThat(counting(page) + counting(number)).isZero();
  }

  @Test
  void ofThoseOnTheListsOfAReviewerIsKnown() {
    var series = start(reviewOf("staff", user("boss"), user("chief")).with("settings", once(5)));
    var decisions = decisionsPath(series, latest(series));

    assertOwn("boss", decisions, 4);
    assertOwn("helper", decisions, 0);
  }

  @Test
  void countsAnItemOnceThatIsOnAListOfItsOwnReviewer() {
    var series = start(reviewOf("staff", user("chief"), "./manager").with("settings", once(5)));
    var decisions = decisionsPath(series, latest(series));

    assertOwn("boss", decisions, 2);
    assertOwn("chief", decisions, 4);
  }

  @Test
  void countsWhoStandsInForNobody() {
    var series =
        start(reviewOf("staff", "./manager").withFallback(user("boss")).with("settings", once(5)));

    assertOwn("boss", decisionsPath(series, latest(series)), 3);
  }

  @Test
  void followsOtherReviewers() {
    var series = start(reviewOf("staff", "./manager").with("settings", once(5)));
    var instance = instancePath(series, latest(series));
    assertOwn("boss", instance + "/decisions", 2);

    update(instance, Bodies.update("\"reviewers\":" + Series.scopes(user("helper"))));
    assertOwn("helper", instance + "/decisions", 4);
    assertOwn("boss", instance + "/decisions", 0);

    update(instance, Bodies.update("\"reviewers\":" + Series.scopes("./manager")));
    assertOwn("boss", instance + "/decisions", 2);
    assertOwn("helper", instance + "/decisions", 0);
    assertCount(request().get(instance + "/decisions?$top=1"), 4);
  }

  @Test
  void followsTheStages() {
    var moving = ",\"decisionsThatWillMoveToNextStage\":[\"Approve\"]";
    var series =
        start(
            reviewOf("staff")
                .inStages(stage(1, 2, moving, user("boss")), stage(2, 2, "", user("chief")))
                .with("settings", once(4)));
    var instance = latest(series);
    var decisions = decisionsPath(series, instance);
    assertOwn("boss", decisions, 4);

    decide(instance, "ada", "Approve");
    decide(instance, "bob", "Deny");
    advance("P2D");

    assertOwn("chief", decisions, 1);
    assertOwn("boss", decisions, 0);
    assertCount(request().get(decisions + "?$top=1"), 4);
  }

  @Test
  void ofAFilterIsCounted() {
    var series = start(reviewOf("staff", user("boss")).with("settings", once(5)));
    var instance = latest(series);
    decide(instance, "ada", "Deny");
    decide(instance, "bob", "Deny");

    var page =
        request().get(decisionsPath(series, instance) + "?$top=1&$filter=decision%20eq%20'Deny'");

    assertCount(page, 2);
    assertThat(counting(page)).isEqualTo(1);
  }

  private static String decisionsPath(String series, String instance) {
    return instancePath(series, instance) + "/decisions";
  }

  private static void assertOwn(String user, String decisions, int expected) {
    assertCount(asReviewer(user).get(decisions + OWN + "?$top=1"), expected);
    assertThat(asReviewer(user).get(decisions + OWN).jsonPath().getList("value")).hasSize(expected);
  }

  private static RequestSpecification asReviewer(String user) {
    return as(Tokens.claims(Organisation.id(user), "AccessReview.Read.All"));
  }

  private static void assertCount(Response page, int expected) {
    assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
    assertThat(page.<Integer>path("'@odata.count'")).isEqualTo(expected);
  }

  /** How often items were counted for an answer. */
  private long counting(Response answer) {
    return statements.of(answer.header("request-id")).stream()
        .filter(sql -> sql.contains("count(*)"))
        .count();
  }
}
