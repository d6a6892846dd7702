package accessreviews.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.rows.ASeries;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An update of a series moves its future instances; those that have started stay as they are. */
@QuarkusTest
class RescheduleHttpTest extends SeriesHttpTest {
  private static final ASeries WEEKLY =
      ASeries.ofOneGroup().recurring("weekly 1", "2026-01-05..").lasting(3);
  private static final String FIRST = "2026-01-05T00:00:00Z..2026-01-08T00:00:00Z ";
  private static final String SECOND = "2026-01-12T00:00:00Z..2026-01-15T00:00:00Z ";

  @Test
  void anEarlierEndDateEndsTheSeriesAfterTheRunningInstance() {
    var series = create(WEEKLY);

    patch(
        series,
        """
        {"settings":{"recurrence":{"range":{"type":"endDate","endDate":"2026-01-11"}}}}""");

    assertThat(instances(series)).containsExactly(FIRST + "InProgress");
    advance("P60D");
    assertThat(instances(series)).containsExactly(FIRST + "Completed");
    assertThat(statusOf(series)).isEqualTo("Completed");
  }

  @Test
  void aWeeklySeriesThatBecomesMonthlyGoesOnInTheMonthsToCome() {
    var series = create(WEEKLY);
    advance("P7D");

    put(series, WEEKLY.recurring("monthly 1 20", "2026-01-05.."));
    advance("P40D");

    assertThat(instances(series))
        .containsExactly(
            FIRST + "Completed",
            SECOND + "Completed",
            "2026-01-20T00:00:00Z..2026-01-23T00:00:00Z Completed",
            "2026-02-20T00:00:00Z..2026-02-23T00:00:00Z InProgress");
  }

  @Test
  void aSeriesThatHasNotStartedStartsOnItsNewDay() {
    var series = create(WEEKLY.recurring("weekly 1", "2026-03-02.."));

    put(series, WEEKLY.recurring("weekly 1", "2026-01-06.."));

    assertThat(instances(series)).isEmpty();
    advance("P1D");
    assertThat(instances(series))
        .containsExactly("2026-01-06T00:00:00Z..2026-01-09T00:00:00Z InProgress");
  }

  @Test
  void aSeriesThatIsPutOffDoesNotStartOnItsOldDay() {
    var series = create(WEEKLY.recurring("weekly 1", "2026-01-12.."));

    put(series, WEEKLY.recurring("weekly 1", "2026-02-02.."));
    advance("P20D");

    assertThat(instances(series)).isEmpty();
    assertThat(statusOf(series)).isEqualTo("NotStarted");
  }

  @Test
  void aSeriesWhoseNewStartLiesInThePastBeginsWithTheUpdate() {
    var series = create(WEEKLY.recurring("weekly 1", "2026-03-02.."));

    put(series, WEEKLY.recurring("weekly 1", "2025-12-01.."));
    advance("PT0S");

    assertThat(instances(series)).containsExactly(FIRST + "InProgress");
  }

  @Test
  void aSeriesThatIsOverGoesOnWhenItIsGivenMoreOccurrences() {
    var series = create(WEEKLY.recurring("weekly 1", "2026-01-05 x1"));
    advance("P9D");
    assertThat(statusOf(series)).isEqualTo("Completed");

    put(series, WEEKLY.recurring("weekly 1", "2026-01-05 x3"));
    advance("P60D");

    assertThat(instances(series))
        .containsExactly(
            FIRST + "Completed", "2026-01-19T00:00:00Z..2026-01-22T00:00:00Z Completed");
  }

  @Test
  void aSeriesThatBecomesOneTimeStartsNoMore() {
    var series = create(WEEKLY);

    put(series, WEEKLY.recurring("once", "2026-01-05.."));
    advance("P60D");

    assertThat(instances(series)).containsExactly(FIRST + "Completed");
  }

  /** Not even an occurrence of this very day: it has had its instance. */
  @Test
  void anotherRhythmDoesNotStartASecondInstanceOnTheDayOfTheFirst() {
    var series = create(WEEKLY);

    put(series, WEEKLY.recurring("weekly 2", "2026-01-05.."));
    assertThat(instances(series)).containsExactly(FIRST + "InProgress");
    advance("P14D");

    assertThat(instances(series))
        .containsExactly(
            FIRST + "Completed", "2026-01-19T00:00:00Z..2026-01-22T00:00:00Z InProgress");
  }

  @Test
  void anotherDurationHoldsForFutureInstancesOnly() {
    var series = create(WEEKLY);

    patch(series, "{\"settings\":{\"instanceDurationInDays\":5}}");
    advance("P7D");

    assertThat(instances(series))
        .containsExactly(
            FIRST + "Completed", "2026-01-12T00:00:00Z..2026-01-17T00:00:00Z InProgress");
  }

  @Test
  void otherMembersLeaveTheScheduleAlone() {
    var series = create(WEEKLY);

    patch(series, "{\"displayName\":\"Renamed\",\"settings\":{\"mailNotificationsEnabled\":true}}");
    put(series, WEEKLY.named("Renamed again"));
    clockAt(Instant.parse("2026-01-12T00:00:00Z"));

    assertThat(instances(series)).containsExactly(FIRST + "Completed", SECOND + "InProgress");
  }

  @Test
  void aDurationThatDoesNotFitIsRefusedAndChangesNothing() {
    var series = create(WEEKLY);

    changesNothing(
        () ->
            json("{\"settings\":{\"instanceDurationInDays\":8}}")
                .patch(path(series))
                .then()
                .statusCode(400)
                .body("error.code", is("BadRequest"))
                .body("error.innerError.code", is("invalidPropertyValue"))
                .body("error.target", is("settings.instanceDurationInDays"))
                .body("error.message", containsString("at most the 7 days of one recurrence")));
  }

  @Test
  void aRangeWithoutAnyOccurrenceIsRefusedAndChangesNothing() {
    var series = create(WEEKLY);

    changesNothing(
        () ->
            json(WEEKLY.recurring("monthly 1 20", "2026-01-05..2026-01-19").body())
                .put(path(series))
                .then()
                .statusCode(400)
                .body("error.code", is("BadRequest"))
                .body("error.innerError.code", is("invalidPropertyValue"))
                .body("error.target", is("settings.recurrence.range"))
                .body("error.message", containsString("at least one occurrence")));
  }

  private static void put(String series, ASeries as) {
    json(as.body()).put(path(series)).then().statusCode(204);
  }

  private static void patch(String series, String body) {
    json(body).patch(path(series)).then().statusCode(204);
  }
}
