package accessreviews.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and subjects are one line of a header, and addresses are what SMTP knows. */
class HeaderTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Lovelace",
        "Zoë Größe",
        "李雷",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 family",
        "\"quoted\" <ada@evil.example>, (comment)",
        "=?UTF-8?B?QmNjOg==?=",
        "a@b.c, d@e.f; group:;"
      })
  void aNameIsReadAsItWasWritten(String name) throws Exception {
    var parsed = new InternetAddress(HeaderText.mailbox(name, "ada@example.com"), true);
    assertThat(parsed.getAddress()).isEqualTo("ada@example.com");
    assertThat(parsed.getPersonal()).isEqualTo(name);
    assertThat(MimeUtility.decodeText(HeaderText.of(name))).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nBcc: b@example.com", "a\nb", "a\u0085b", "a\u2028b", "a\u0000b"})
  void noTextBeginsAnotherHeader(String text) throws Exception {
    for (var header :
        new String[] {HeaderText.of(text), HeaderText.mailbox(text, "ada@example.com")}) {
      assertThat(header).doesNotContainPattern("[\\r\\u0085\\u2028\\u0000]|\\n(?! )");
    }
    assertThat(MimeUtility.decodeText(HeaderText.of(text))).startsWith("a ").doesNotContain("\n");
  }

  @Test
  void aLongNameIsCutAndFoldedBetweenCharacters() throws Exception {
    var name = "ä\uD83D\uDE00".repeat(500);
    var mailbox = HeaderText.mailbox(name, "ada@example.com");
    assertThat(mailbox.lines()).allMatch(line -> line.length() <= 100);
    assertThat(new InternetAddress(mailbox, true).getPersonal())
        .isEqualTo("ä\uD83D\uDE00".repeat(128));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          ada@example.com,                ada@example.com
          ada+tag@example.com,            ada+tag@example.com
          o'neil@example.com,             o'neil@example.com
          a!#$%&*/=?^_{|}~-@example.com,  a!#$%&*/=?^_{|}~-@example.com
          ada@EXAMPLE.com,                ada@example.com
          ada@bücher.example,             ada@xn--bcher-kva.example
          adä@example.com,                -
          ada lovelace@example.com,       -
          "ada"@example.com,              -
          ada@example.com>,               -
          ada@b@example.com,              -
          .ada@example.com,               -
          ada..b@example.com,             -
          ada,                            -
          @example.com,                   -
          ada@,                           -
          ada@[127.0.0.1],                -
          """)
  void anAddressIsUsableOrNot(String address, String usable) {
    assertThat(MailAddress.usable(address).orElse(null)).isEqualTo(usable);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nRCPT TO:<b@x.example>@example.com", "a\u0000@example.com"})
  void noAddressIsACommand(String address) {
    assertThat(MailAddress.usable(address)).isEmpty();
  }
}
