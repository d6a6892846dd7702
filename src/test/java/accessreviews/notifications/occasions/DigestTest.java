package accessreviews.notifications.occasions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {
  @ParameterizedTest(name = "{0}: {1} leaves at {2}")
  @CsvSource({
    "PT0S,   2026-01-05T09:00:00.123456Z, 2026-01-05T09:00:00.123456Z",
    "-PT1H,  2026-01-05T09:00:00Z,        2026-01-05T09:00:00Z",
    "PT24H,  2026-01-05T09:00:00Z,        2026-01-06T00:00:00Z",
    "PT24H,  2026-01-05T23:59:59.999999Z, 2026-01-06T00:00:00Z",
    "PT24H,  2026-01-05T00:00:00Z,        2026-01-06T00:00:00Z",
    "PT15M,  2026-01-05T09:14:59Z,        2026-01-05T09:15:00Z",
    "PT24H,  1969-12-31T09:00:00Z,        1970-01-01T00:00:00Z"
  })
  void aPeriodEndsAtMultiplesOfItselfFromTheEpoch(Duration period, Instant now, Instant leaving) {
    assertThat(new Digest(Settings.of(period, false)).endAfter(now)).isEqualTo(leaving);
  }
}
