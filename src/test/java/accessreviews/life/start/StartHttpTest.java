package accessreviews.life.start;

import static accessreviews.testing.rows.ASeries.GROUP;
import static accessreviews.testing.rows.ASeries.OTHER_GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.rows.ASeries;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a series starts, and with which instances. It is 2026-01-05T09:00Z. */
@QuarkusTest
class StartHttpTest extends SeriesHttpTest {

  @Test
  void aSeriesThatIsDueHasItsInstanceAndItsFirstStage() {
    var series = create(ASeries.ofOneGroup().inStages(2, 3));

    assertThat(instances(series))
        .containsExactly("2026-01-05T09:00:00Z..2026-01-10T09:00:00Z InProgress");
    assertThat(stages(series, 0))
        .containsExactly("2026-01-05T09:00:00Z..2026-01-07T09:00:00Z InProgress");
    assertThat(statusOf(series)).isEqualTo("InProgress");
  }

  @Test
  void theAnswerToACreationShowsTheSeriesBeforeItStarts() {
    json(ASeries.ofOneGroup().body())
        .post(DEFINITIONS)
        .then()
        .statusCode(201)
        .body("status", is("NotStarted"));
  }

  @Test
  void aSeriesInTheFutureStartsInTheFirstMomentOfItsDay() {
    var series = create(ASeries.ofOneGroup().recurring("once", "2026-01-12..").lasting(3));

    clockAt(Instant.parse("2026-01-11T23:59:59.999999Z"));
    assertThat(instances(series)).isEmpty();
    assertThat(statusOf(series)).isEqualTo("NotStarted");

    clockAt(Instant.parse("2026-01-12T00:00:00Z"));
    assertThat(instances(series))
        .containsExactly("2026-01-12T00:00:00Z..2026-01-15T00:00:00Z InProgress");
    assertThat(statusOf(series)).isEqualTo("InProgress");
  }

  @Test
  void aSeriesWhoseWindowHasPassedStartsNowForItsFullDuration() {
    var series = create(ASeries.ofOneGroup().recurring("once", "2025-12-01..").lasting(3));

    assertThat(instances(series))
        .containsExactly("2026-01-05T09:00:00Z..2026-01-08T09:00:00Z InProgress");
  }

  @Test
  void aSeriesWhoseRangeIsOverHasItsInstanceInThePastCompleted() {
    var series =
        create(ASeries.ofOneGroup().recurring("weekly 1", "2025-12-01..2025-12-20").inStages(2, 3));

    assertThat(instances(series))
        .containsExactly("2025-12-15T00:00:00Z..2025-12-20T00:00:00Z Completed");
    assertThat(stages(series, 0))
        .containsExactly(
            "2025-12-15T00:00:00Z..2025-12-17T00:00:00Z Completed",
            "2025-12-17T00:00:00Z..2025-12-20T00:00:00Z Completed");
    assertThat(statusOf(series)).isEqualTo("Completed");
  }

  @Test
  void aSeriesMayLieInTheFirstYearThereIs() {
    var series =
        create(ASeries.ofOneGroup().recurring("once", "0001-01-01..0001-01-31").lasting(3));

    assertThat(instances(series))
        .containsExactly("0001-01-01T00:00:00Z..0001-01-04T00:00:00Z Completed");
  }

  @Test
  void aReviewWithoutAnEndStaysOpen() {
    var series = create(ASeries.ofOneGroup().lasting(0));

    advance("P10Y");

    assertThat(instances(series)).containsExactly("2026-01-05T09:00:00Z..null InProgress");
    assertThat(statusOf(series)).isEqualTo("InProgress");
  }

  @Test
  void theInstanceOfAOneTimeReviewOfOneResourceHasTheIdOfItsSeries() {
    var series = create(ASeries.ofOneGroup());

    assertThat(instanceIds(series)).containsExactly(series);
  }

  @Test
  void theInstancesOfARecurringReviewHaveIdsOfTheirOwn() {
    var series = create(ASeries.ofOneGroup().recurring("weekly 1", "2026-01-05.."));
    advance("P7D");

    assertThat(instanceIds(series)).hasSize(2).doesNotHaveDuplicates().doesNotContain(series);
  }

  @Test
  void aOneTimeReviewOfTwoResourcesHasTwoInstancesWithIdsOfTheirOwn() {
    var series =
        create(ASeries.ofResources("/groups/" + GROUP, "/groups/" + OTHER_GROUP).lasting(3));

    assertThat(instances(series))
        .containsExactly(
            "2026-01-05T09:00:00Z..2026-01-08T09:00:00Z InProgress",
            "2026-01-05T09:00:00Z..2026-01-08T09:00:00Z InProgress");
    assertThat(instanceIds(series)).doesNotHaveDuplicates().doesNotContain(series);
    assertThat(
            request()
                .get(path(series) + "/instances")
                .jsonPath()
                .<String>getList("value.scope.resourceScopes.query.flatten()"))
        .containsExactlyInAnyOrder("/v1.0/groups/" + GROUP, "/v1.0/groups/" + OTHER_GROUP);
  }

  @Test
  void aResourceThatIsNamedTwiceIsReviewedOnce() {
    var series = create(ASeries.ofResources("/groups/" + GROUP, "/v1.0/groups/" + GROUP));

    assertThat(instanceIds(series)).containsExactly(series);
  }

  /** Which groups there are only a directory knows, which this service does not have yet. */
  @Test
  void aSeriesOverAllGroupsStartsNoInstanceAndKeepsNothingElseFromStarting() {
    var all = create(ASeries.ofAllGroups().recurring("weekly 1", "2026-01-05.."));
    var one = create(ASeries.ofOneGroup().recurring("weekly 1", "2026-01-05..").lasting(7));

    advance("P14D");

    assertThat(instances(all)).isEmpty();
    assertThat(instances(one))
        .containsExactly(
            "2026-01-05T00:00:00Z..2026-01-12T00:00:00Z Completed",
            "2026-01-12T00:00:00Z..2026-01-19T00:00:00Z Completed",
            "2026-01-19T00:00:00Z..2026-01-26T00:00:00Z InProgress");
  }

  @Test
  void theScopeOfAnInstanceNamesTheGroupToWhichTheSeriesIsRelative() {
    var relative =
        ASeries.ofAllGroups().body().replaceAll("/groups\\?[^\"]*", "/groups/" + OTHER_GROUP);

    var series = created(relative);

    assertThat(request().get(onlyInstanceOf(series)).jsonPath().getString("scope.query"))
        .isEqualTo("/v1.0/groups/" + OTHER_GROUP + "/members/microsoft.graph.user");
    assertThat(instanceIds(series)).containsExactly(series);
  }
}
