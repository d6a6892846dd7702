package accessreviews.notifications.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void linesGoOnBelowTheirBeginning() {
    var words = "word ".repeat(20).strip();

    assertThat(Columns.broken("  > " + words))
        .isEqualTo(
            """
              > word word word word word word word word word word word word word
              > word word word word word word word
            """);
  }

  @Test
  void aLinkStaysWhole() {
    var link = "https://reviews.contoso.com/" + "a".repeat(100);

    assertThat(Columns.broken("at " + link)).isEqualTo("at\n" + link + "\n");
  }

  @Test
  void linesThatFitStayAsTheyAre() {
    var text = "x".repeat(72) + "\n\n  Due:  Friday\n";

    assertThat(Columns.broken(text)).isEqualTo(text);
  }
}
