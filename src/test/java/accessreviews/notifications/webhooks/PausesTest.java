package accessreviews.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an event is sent again. */
class PausesTest {
  private static final Instant CREATED = Instant.parse("2026-01-05T09:00:00Z");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # attempts, since it was queued, Retry-After, next
          1, PT0S,     -,     PT5S
          2, PT5S,     -,     PT5M5S
          3, PT5M5S,   -,     PT35M5S
          4, PT35M5S,  -,     PT2H35M5S
          5, PT2H35M,  -,     PT7H35M
          6, PT7H35M,  -,     PT17H35M
          7, PT17H35M, -,     PT24H
          8, PT24H,    -,     -
          9, PT240H,   -,     -
          1, PT0S,     PT1S,  PT5S
          1, PT0S,     PT-9H, PT5S
          1, PT0S,     PT90S, PT90S
          1, PT0S,     P999D, PT10H
          3, PT20H,    PT9H,  PT24H
          1, PT24H,    PT9H,  -
          """)
  void pausesGrowForADay(
      int attempts, Duration since, @Nullable Duration retryAfter, @Nullable Duration next) {
    assertThat(Pauses.next(attempts, CREATED, CREATED.plus(since), retryAfter).orElse(null))
        .isEqualTo(next == null ? null : CREATED.plus(next));
  }

  @Test
  void retryAfterIsSecondsOrADate() {
    assertThat(RetryAfter.read(" 120 ", CREATED)).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.read("Mon, 5 Jan 2026 09:01:00 GMT", CREATED))
        .contains(Duration.ofMinutes(1));
    assertThat(RetryAfter.read("soon", CREATED)).isEmpty();
    assertThat(RetryAfter.read("9".repeat(1_000), CREATED)).isEmpty();
    assertThat(RetryAfter.read("-1", CREATED)).isEmpty();
  }
}
