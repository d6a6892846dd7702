package accessreviews.life;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.rows.ASeries;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which instances a recurring series has had after a while. It begins on 2026-01-05T09:00Z. */
@QuarkusTest
class SeriesLifeHttpTest extends SeriesHttpTest {
  @ParameterizedTest(name = "{0} {1}, {2} days, after {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          weekly 1     | 2026-01-05..           | 3  | P21D | 2026-01-05..2026-01-08, 2026-01-12..2026-01-15, 2026-01-19..2026-01-22, 2026-01-26..2026-01-29*
          weekly 2     | 2026-01-05..           | 14 | P28D | 2026-01-05..2026-01-19, 2026-01-19..2026-02-02, 2026-02-02..2026-02-16*
          weekly 1     | 2026-01-07..           | 3  | P1D  | -
          weekly 1     | 2026-01-07..           | 3  | P7D  | 2026-01-07..2026-01-10
          monthly 1    | 2026-01-31..           | 10 | P3M  | 2026-01-31..2026-02-10, 2026-02-28..2026-03-10, 2026-03-31..2026-04-10*
          monthly 1 31 | 2026-01-10..           | 10 | P2M  | 2026-01-31..2026-02-10, 2026-02-28..2026-03-10*
          monthly 1 1  | 2026-01-05..           | 28 | P2M  | 2026-02-01..2026-03-01, 2026-03-01..2026-03-29*
          monthly 3    | 2026-01-05..           | 90 | P7M  | 2026-01-05..2026-04-05, 2026-04-05..2026-07-04, 2026-07-05..2026-10-03*
          weekly 1     | 2026-01-05 x3          | 2  | P1Y  | 2026-01-05..2026-01-07, 2026-01-12..2026-01-14, 2026-01-19..2026-01-21
          weekly 1     | 2026-01-05..2026-01-19 | 7  | P1Y  | 2026-01-05..2026-01-12, 2026-01-12..2026-01-19, 2026-01-19..2026-01-26
          weekly 1     | 2026-01-05..2026-01-18 | 7  | P1Y  | 2026-01-05..2026-01-12, 2026-01-12..2026-01-19
          weekly 1     | 2026-01-05..2026-01-05 | 1  | P1Y  | 2026-01-05..2026-01-06
          weekly 1     | 2026-01-05..           | 0  | P8D  | 2026-01-05..2026-01-12, 2026-01-12..2026-01-19*
          """)
  void aSeriesHasTheInstancesOfItsRecurrenceSoFar(
      String pattern, String range, int days, String time, @Nullable String expected) {
    var series = create(ASeries.ofOneGroup().recurring(pattern, range).lasting(days));

    advance(time);

    assertThat(instances(series))
        .containsExactly(
            expected == null
                ? new String[0]
                : Arrays.stream(expected.split(", ", -1))
                    .map(SeriesLifeHttpTest::window)
                    .toArray(String[]::new));
  }

  /** Days without a time mean midnight, an asterisk that the instance is still open. */
  private static String window(String days) {
    var open = days.endsWith("*");
    var ends = (open ? days.substring(0, days.length() - 1) : days).replace("..", "T00:00:00Z..");
    return ends + "T00:00:00Z " + (open ? "InProgress" : "Completed");
  }

  @Test
  void aSeriesWithoutEndGoesOnForYears() {
    var series = create(ASeries.ofOneGroup().recurring("weekly 1", "2026-01-05..").lasting(7));

    advance("P5Y");

    assertThat(instances(series))
        .hasSize(261)
        .startsWith("2026-01-05T00:00:00Z..2026-01-12T00:00:00Z Completed")
        .endsWith(
            "2030-12-23T00:00:00Z..2030-12-30T00:00:00Z Completed",
            "2030-12-30T00:00:00Z..2031-01-06T00:00:00Z InProgress")
        .doesNotHaveDuplicates();
  }

  /** Many steps or one: the same instances. */
  @Test
  void howTheClockGetsThereMakesNoDifference() {
    var series = create(ASeries.ofOneGroup().recurring("weekly 1", "2026-01-06..").lasting(5));

    for (var day = 0; day < 16; day++) {
      advance("P1D");
    }

    assertThat(instances(series))
        .containsExactly(
            "2026-01-06T00:00:00Z..2026-01-11T00:00:00Z Completed",
            "2026-01-13T00:00:00Z..2026-01-18T00:00:00Z Completed",
            "2026-01-20T00:00:00Z..2026-01-25T00:00:00Z InProgress");
  }

  @ParameterizedTest(name = "at {0}")
  @CsvSource(
      textBlock =
          """
          2026-01-11T23:59:59.999999Z, NotStarted
          2026-01-12T00:00:00Z,        InProgress
          2026-01-14T23:59:59.999999Z, InProgress
          2026-01-15T00:00:00Z,        Completed
          2026-01-18T23:59:59Z,        Completed
          2026-01-19T00:00:00Z,        InProgress
          2026-01-22T00:00:00Z,        Completed
          2027-01-01T00:00:00Z,        Completed
          """)
  void aSeriesShowsTheStatusOfItsLatestInstance(Instant time, String status) {
    var series = create(ASeries.ofOneGroup().recurring("weekly 1", "2026-01-12 x2").lasting(3));

    clockAt(time);

    assertThat(statusOf(series)).isEqualTo(status);
  }

  @Test
  void whereOneInstanceEndsAsTheNextOneStartsTheSeriesStaysInProgress() {
    var series = create(ASeries.ofOneGroup().recurring("weekly 1", "2026-01-05..").lasting(7));

    clockAt(Instant.parse("2026-01-12T00:00:00Z"));

    assertThat(instances(series))
        .containsExactly(
            "2026-01-05T00:00:00Z..2026-01-12T00:00:00Z Completed",
            "2026-01-12T00:00:00Z..2026-01-19T00:00:00Z InProgress");
    assertThat(statusOf(series)).isEqualTo("InProgress");
  }

  /** A month may be shorter than the instance that it begins with. */
  @Test
  void theEndOfAnInstanceThatWasOvertakenLeavesTheSeriesInProgress() {
    var series = create(ASeries.ofOneGroup().recurring("monthly 1", "2026-01-31..").lasting(31));

    clockAt(Instant.parse("2026-03-03T00:00:00Z"));

    assertThat(instances(series))
        .containsExactly(
            "2026-01-31T00:00:00Z..2026-03-03T00:00:00Z Completed",
            "2026-02-28T00:00:00Z..2026-03-31T00:00:00Z InProgress");
    assertThat(statusOf(series)).isEqualTo("InProgress");
  }

  @Test
  void aSeriesOfTwoResourcesIsCompletedWhenBothInstancesAre() {
    var series =
        create(
            ASeries.ofResources("/groups/" + ASeries.GROUP, "/groups/" + ASeries.OTHER_GROUP)
                .recurring("weekly 1", "2026-01-05 x2")
                .lasting(3));
    advance("P7D");
    assertThat(instances(series))
        .containsExactly(
            "2026-01-05T00:00:00Z..2026-01-08T00:00:00Z Completed",
            "2026-01-05T00:00:00Z..2026-01-08T00:00:00Z Completed",
            "2026-01-12T00:00:00Z..2026-01-15T00:00:00Z InProgress",
            "2026-01-12T00:00:00Z..2026-01-15T00:00:00Z InProgress");
    assertThat(statusOf(series)).isEqualTo("InProgress");

    rows.execute(
        "update access_review_instance set next_transition_at = '2026-01-16Z' where id = ?::uuid",
        instanceIds(series).getLast());
    clockAt(Instant.parse("2026-01-15T12:00:00Z"));
    assertThat(statusOf(series)).isEqualTo("InProgress");

    clockAt(Instant.parse("2026-01-16T00:00:00Z"));
    assertThat(statusOf(series)).isEqualTo("Completed");
  }
}
