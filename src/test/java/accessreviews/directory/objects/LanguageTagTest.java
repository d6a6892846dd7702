package accessreviews.directory.objects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
  @ParameterizedTest
  @ValueSource(strings = {"de", "en-US", "DE-at", "zh-Hant-TW", "sl-rozaj-biske-1994", "gsw"})
  void aTag(String text) {
    assertThat(LanguageTag.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "d",
        "german language",
        "de_AT",
        "de-",
        "-de",
        "de--AT",
        "de\r\nBcc: a@b",
        "x-private",
        "toolonglanguage",
        "\u0434\u0435"
      })
  void noTag(String text) {
    assertThat(LanguageTag.is(text)).isFalse();
  }

  @Test
  void noLongTag() {
    var longest = "de-variant1-variant2-variant3-vari4";
    assertThat(longest).hasSize(LanguageTag.LONGEST);
    assertThat(LanguageTag.is(longest)).isTrue();
    assertThat(LanguageTag.is(longest + "5")).isFalse();
  }
}
