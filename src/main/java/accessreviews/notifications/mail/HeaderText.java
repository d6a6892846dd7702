package accessreviews.notifications.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A text of a user in the header of a mail. It is one line, whatever it contains, and is encoded
 * where it is more than plain words (RFC 2047).
 */
final class HeaderText {
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
  private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7e]{0,900}");
  private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9 '-]{1,900}");

  /** The bytes that a word of 75 characters has room for, beside what says how it is encoded. */
  private static final int BYTES_OF_WORD = 45;

  private static final int LONGEST_NAME = 256;

  private HeaderText() {}

  /** {@code text} as the value of a header without structure, such as Subject. */
  static String of(String text) {
    var line = line(text);
    return PLAIN.matcher(line).matches() && !line.contains("=?") ? line : encoded(line);
  }

  /** A mailbox (RFC 5322, 3.4): an address, and the name of whom it belongs to. */
  static String mailbox(String name, String address) {
    var line = line(name);
    var shown =
        line.codePointCount(0, line.length()) <= LONGEST_NAME
            ? line
            : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME));
    if (shown.isEmpty()) {
      return address;
    }
    return (WORDS.matcher(shown).matches() ? shown : encoded(shown)) + " <" + address + ">";
  }

  private static String line(String text) {
    return CONTROLS.matcher(text).replaceAll(" ").strip();
  }

  private static String encoded(String line) {
    var words = new StringBuilder();
    var word = new StringBuilder();
    var bytes = 0;
    for (var at = 0; at < line.length(); ) {
      var point = Character.toString(line.codePointAt(at));
      var size = point.getBytes(UTF_8).length;
      if (bytes + size > BYTES_OF_WORD) {
        words.append(word(word)).append("\r\n ");
        word.setLength(0);
        bytes = 0;
      }
      word.append(point);
      bytes += size;
      at += point.length();
    }
    return words.append(word(word)).toString();
  }

  private static String word(CharSequence text) {
    return "=?UTF-8?B?"
        + Base64.getEncoder().encodeToString(text.toString().getBytes(UTF_8))
        + "?=";
  }
}
