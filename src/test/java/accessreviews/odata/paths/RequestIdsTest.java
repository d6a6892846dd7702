package accessreviews.odata.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The header {@code Date} as HTTP wants it. */
class RequestIdsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-01-05T09:00:00Z        | Mon, 05 Jan 2026 09:00:00 GMT
          2026-11-21T22:56:55.987654Z | Sat, 21 Nov 2026 22:56:55 GMT
          2028-02-29T00:00:00Z        | Tue, 29 Feb 2028 00:00:00 GMT
          """)
  void aDateHasTwoDigitsForTheDayAndIsInGreenwichTime(Instant instant, String header) {
    assertThat(RequestIds.date(instant)).isEqualTo(header);
  }
}
