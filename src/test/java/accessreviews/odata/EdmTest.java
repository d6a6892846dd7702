package accessreviews.odata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.PeriodDuration;

/** The bounds of instants and durations. */
class EdmTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          2026-01-31T09:00:00Z             , 2026-01-31T09:00:00Z
          2026-01-31T09:00:00.1234567+01:00, 2026-01-31T08:00:00.123456Z
          0001-01-01T00:00:00Z             , 0001-01-01T00:00:00Z
          0001-01-01T00:00:00+00:01        , -
          0000-12-31T23:59:59-00:01        , 0001-01-01T00:00:59Z
          0000-12-31T23:59:59Z             , -
          9999-12-31T23:59:59.9999999Z     , 9999-12-31T23:59:59.999999Z
          9999-12-31T23:59:59-00:01        , -
          +10000-01-01T00:00:00+00:01      , 9999-12-31T23:59:00Z
          +10000-01-01T00:00:00Z           , -
          +300000-01-01T00:00:00Z          , -
          -5000-01-01T00:00:00Z            , -
          +999999999-12-31T23:59:59-18:00  , -
          +9999999999-01-01T00:00:00Z      , -
          2026-01-31                       , -
          """)
  void anInstantIsOfTheYears1To9999(String text, Instant read) {
    assertThat(EdmDateTime.read(text).orElse(null)).isEqualTo(read);
  }

  @Test
  void nothingIsLaterThanTheYear9999() {
    var day = Instant.parse("9999-12-30T00:00:00Z");
    assertThat(EdmDateTime.later(day, Duration.ofDays(1))).isEqualTo("9999-12-31T00:00:00Z");
    assertThat(EdmDateTime.later(day, Duration.ofDays(3))).isEqualTo(EdmDateTime.LAST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PT0S",
        "P0D",
        "P30D",
        "P100Y",
        "P1200M",
        "P36525D",
        "PT876600H",
        "P99Y12M",
        "P1DT-1H",
        "P1M-28D",
        "P-1M31D"
      })
  void aDurationIsFromNothingTo100Years(String text) {
    assertThat(EdmDuration.read(text)).contains(PeriodDuration.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "30",
        "P100Y1D",
        "P100YT0.000000001S",
        "P1201M",
        "P36526D",
        "P10000Y",
        "P999999999Y",
        "P99999999999Y",
        "PT9223372036854775807S",
        "P2147483647Y2147483647M2147483647D",
        "-P30D",
        "P-30D",
        "P1M-29D",
        "P-1M30D",
        "P1D-2D",
        "P1DT-25H"
      })
  void noOtherDurationIsRead(String text) {
    assertThat(EdmDuration.read(text)).isEmpty();
  }
}
