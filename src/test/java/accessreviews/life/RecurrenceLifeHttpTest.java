package accessreviews.life;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Months of a review with people in it: when it takes place, and that everybody is in it once. */
@QuarkusTest
class RecurrenceLifeHttpTest extends LifeHttpTest {
  private static final Instant LEAP_YEAR = Instant.parse("2028-01-01T00:00:00Z");

  private static void staffOfTwo() {
    Organisation.users("ada", "bob", "boss");
    Organisation.group("staff", "ada", "bob");
  }

  /** The days on which the instances of a series started. */
  private static List<String> starts(String series) {
    return instances(series).stream().map(one -> one.substring(0, 10)).toList();
  }

  @Test
  void aWeeklyReviewHasThirteenInstancesInAQuarter() {
    staffOfTwo();
    var series =
        start(
            reviewOf("staff", user("boss"))
                .with("settings", settings(3, "weekly 1", "2026-01-05..")));

    advance("P90D");

    assertThat(starts(series))
        .containsExactly(
            "2026-01-05",
            "2026-01-12",
            "2026-01-19",
            "2026-01-26",
            "2026-02-02",
            "2026-02-09",
            "2026-02-16",
            "2026-02-23",
            "2026-03-02",
            "2026-03-09",
            "2026-03-16",
            "2026-03-23",
            "2026-03-30");
    assertThat(instances(series)).allMatch(one -> one.endsWith(" Completed"));
    for (var instance : instanceIds(series)) {
      assertThat(decisions(instance)).containsExactly("ada NotReviewed", "bob NotReviewed");
      assertThat(contacted(instance)).containsExactly("boss");
    }
    assertThat(statusOf(series)).isEqualTo("Completed");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          monthly 1 31  | 2028-01-31..           | P5M  | 2028-01-31, 2028-02-29, 2028-03-31, 2028-04-30, 2028-05-31
          monthly 1 29  | 2028-01-29..           | P2M  | 2028-01-29, 2028-02-29
          monthly 12    | 2028-02-29..           | P50M | 2028-02-29, 2029-02-28, 2030-02-28, 2031-02-28, 2032-02-29
          weekly 1      | 2028-02-22..2028-03-07 | P6M  | 2028-02-22, 2028-02-29, 2028-03-07
          weekly 2      | 2028-02-01..2028-02-28 | P6M  | 2028-02-01, 2028-02-15
          weekly 1      | 2028-02-29 x2          | P6M  | 2028-02-29, 2028-03-07
          monthly 1     | 2028-01-31 x3          | P9M  | 2028-01-31, 2028-02-29, 2028-03-31
          monthly 3 31  | 2028-01-31..2028-07-31 | P3Y  | 2028-01-31, 2028-04-30, 2028-07-31
          """)
  void aReviewTakesPlaceOnTheDaysOfItsRecurrence(
      String pattern, String range, String time, String days) {
    clockAt(LEAP_YEAR);
    staffOfTwo();
    var series =
        start(reviewOf("staff", user("boss")).with("settings", settings(2, pattern, range)));

    advance(time);
    advance("P3D");

    var expected = Arrays.stream(days.split(", ", -1)).toList();
    assertThat(starts(series)).containsExactlyElementsOf(expected);
    assertThat(instances(series)).allMatch(one -> one.endsWith("T00:00:00Z Completed"));
    for (var instance : instanceIds(series)) {
      assertThat(principals(instance)).containsExactly("ada", "bob");
    }
  }

  @Test
  void aReviewOfTheLeapDayEndsInMarch() {
    clockAt(LEAP_YEAR);
    staffOfTwo();
    var series =
        start(
            reviewOf("staff", user("boss"))
                .with("settings", settings(2, "monthly 1 31", "2028-01-31..")));

    clockAt(Instant.parse("2028-03-01T23:59:59Z"));
    assertThat(instances(series))
        .containsExactly(
            "2028-01-31T00:00:00Z..2028-02-02T00:00:00Z Completed",
            "2028-02-29T00:00:00Z..2028-03-02T00:00:00Z InProgress");

    clockAt(Instant.parse("2028-03-02T00:00:00Z"));
    assertThat(statusOf(series)).isEqualTo("Completed");
  }

  /** An occurrence that starts on the very end date takes place (contract, "Time"). */
  @Test
  void theLastDayOfTheRangeStillHasItsReview() {
    staffOfTwo();
    var series =
        start(
            reviewOf("staff", user("boss"))
                .with("settings", settings(5, "weekly 1", "2026-01-05..2026-01-19")));

    clockAt(Instant.parse("2026-01-19T00:00:00Z"));
    Organisation.users("eve");
    Organisation.join("staff", "eve");
    advance("P1Y");

    assertThat(instances(series))
        .containsExactly(
            "2026-01-05T00:00:00Z..2026-01-10T00:00:00Z Completed",
            "2026-01-12T00:00:00Z..2026-01-17T00:00:00Z Completed",
            "2026-01-19T00:00:00Z..2026-01-24T00:00:00Z Completed");
    assertThat(principals(latest(series))).containsExactly("ada", "bob");
  }
}
