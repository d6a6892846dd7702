package accessreviews.portal;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.lanes.InProcessOnly;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times in words, at their edges, and which language a browser gets. */
@QuarkusTest
@InProcessOnly("asks for words without requests")
class ReaderLanguageHttpTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT0S, today, heute",
    "PT23H59M, today, heute",
    "P1D, 1 day ago, vor 1 Tag",
    "PT47H59M, 1 day ago, vor 1 Tag",
    "P2D, 2 days ago, vor 2 Tagen",
    "P59D, 59 days ago, vor 59 Tagen",
    "P60D, 2 months ago, vor 2 Monaten",
    "P364D, 12 months ago, vor 12 Monaten",
    "P365D, over a year ago, vor über einem Jahr",
    "P729D, over a year ago, vor über einem Jahr",
    "P730D, over 2 years ago, vor über 2 Jahren",
  })
  void saysHowLongAgoATimeWas(Duration ago, String english, String german) {
    assertThat(ReaderLanguage.ENGLISH.ago(NOW.minus(ago), NOW)).isEqualTo(english);
    assertThat(ReaderLanguage.GERMAN.ago(NOW.minus(ago), NOW)).isEqualTo(german);
  }

  @ParameterizedTest
  @CsvSource({
    "PT1M, due today, heute fällig",
    "PT23H59M, due today, heute fällig",
    "P1D, 1 day left, noch 1 Tag",
    "PT47H59M, 1 day left, noch 1 Tag",
    "P2D, 2 days left, noch 2 Tage",
    "P1000D, '1,000 days left', noch 1.000 Tage",
  })
  void saysHowMuchTimeIsLeft(Duration left, String english, String german) {
    assertThat(ReaderLanguage.ENGLISH.left(NOW.plus(left), NOW)).isEqualTo(english);
    assertThat(ReaderLanguage.GERMAN.left(NOW.plus(left), NOW)).isEqualTo(german);
  }

  @Test
  void whatEndsAtMidnightHasTheDayBeforeAsItsLast() {
    var midnight = Instant.parse("2027-01-01T00:00:00Z");

    assertThat(ReaderLanguage.ENGLISH.lastDay(midnight)).isEqualTo("31 December 2026");
    assertThat(ReaderLanguage.GERMAN.day(midnight)).isEqualTo("1. Januar 2027");
  }

  @ParameterizedTest
  @CsvSource({
    "de, GERMAN",
    "de-AT, GERMAN",
    "'de-CH;q=0.9, fr;q=0.8', GERMAN",
    "'en-GB, de;q=0.5', ENGLISH",
    "'de;q=0.3, en', ENGLISH",
    "fr, ENGLISH",
    "'', ENGLISH",
    "';;q=x', ENGLISH",
  })
  void theLanguageIsTheBrowsers(String accepted, ReaderLanguage language) {
    assertThat(ReaderLanguage.of(accepted)).isEqualTo(language);
  }
}
