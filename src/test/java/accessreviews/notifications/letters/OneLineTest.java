package accessreviews.notifications.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneLineTest {
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Marketing,Marketing",
        "'  two   words ',two words",
        "'a\r\nBcc: all@contoso.com',a Bcc: all@contoso.com",
        "'a\tb\u000bc\u0085d\u2028e\u2029f\u00a0g',a b c d e f g",
        "'a\u0000b\u0007c',a b c",
        "'invoice\u202efdp.exe',invoicefdp.exe",
        "'\u2067\u2066\u200e\u200f\u061c\ufeff\u00ad\u200bx',x",
        "'half \ud83d of one',half of one",
        "👩‍👩‍👧 family,👩‍👩‍👧 family",
        "'\u0000\u200b',''",
      })
  void isOneLineOfWhatCanBeSeen(String text, String shown) {
    assertThat(OneLine.of(text, 100)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "abcdefghij, abcdefghij", // as long as it may be
    "abcdefghijk, abcdefghi…",
    "abcdefgh ijk, abcdefgh…",
    "abcdefgh😀k, abcdefgh…", // the emoji would be cut in two
    "abcde👩‍👩‍👧, abcde…",
    "abcdefghé́x, abcdefgh…", // e with two accents
  })
  void isCutWhereACharacterEnds(String text, String shown) {
    assertThat(OneLine.of(text, 10)).isEqualTo(shown);
  }

  @Test
  void isNoLongerThanAsked() {
    assertThat(OneLine.of("é".repeat(10_000), 256)).hasSize(256).endsWith("…");
    assertThat(OneLine.of("😀".repeat(5_000), 256)).hasSize(255).endsWith("😀…");
    assertThat(OneLine.of("e" + "\u0301".repeat(10_000), 256)).hasSize(256).endsWith("…");
    assertThat(OneLine.of("\u0000".repeat(10_000), 256)).isEqualTo("…");
  }

  @Test
  void isolatesWhatIsReadFromTheRight() {
    assertThat(OneLine.of("שיווק", 100)).isEqualTo("\u2068שיווק\u2069");
    assertThat(OneLine.of("تسويق", 100)).isEqualTo("\u2068تسويق\u2069");
  }
}
