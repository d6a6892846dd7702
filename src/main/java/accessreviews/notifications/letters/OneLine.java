package accessreviews.notifications.letters;

import java.util.regex.Pattern;

/**
 * Texts of users become one line without characters that act: no line breaks, control characters,
 * invisible or direction-changing ones, and no more than a reader wants to see.
 */
final class OneLine {
  private static final String ELLIPSIS = "…";
  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  /** First strong isolate, and its end: what is between them does not turn what is around them. */
  private static final String ISOLATE = "\u2068";

  private static final String END_OF_ISOLATE = "\u2069";
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private OneLine() {}

  /** The first {@code longest} characters of {@code text}; the last is an ellipsis if it is cut. */
  static String of(String text, int longest) {
    var line = new StringBuilder();
    // Twice as much as is shown: for what is left out, without reading a text of any length.
    var read = Math.min(text.length(), 2 * longest + 64);
    for (var i = 0; i < read && line.length() <= longest; ) {
      var character = text.codePointAt(i);
      i += Character.charCount(character);
      append(line, character);
    }
    var shown = line.toString().strip();
    var cut =
        shown.length() > longest || read < text.length()
            ? wholeCharacters(shown, longest - 1).strip() + ELLIPSIS
            : shown;
    return isRightToLeft(cut) ? ISOLATE + cut + END_OF_ISOLATE : cut;
  }

  private static void append(StringBuilder line, int character) {
    switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
          line.append(' ');
        }
      }
      case Character.FORMAT -> {
        if (character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER) {
          line.appendCodePoint(character); // parts of emoji and of letters
        }
      }
      case Character.SURROGATE -> {} // half a character
      default -> line.appendCodePoint(character);
    }
  }

  /** The beginning of {@code text} that ends where a reader sees a character end. */
  private static String wholeCharacters(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var end = 0;
    var graphemes = GRAPHEME.matcher(text);
    while (graphemes.find() && graphemes.end() <= longest) {
      end = graphemes.end();
    }
    if (end < longest / 2) {
      end = longest; // one letter with a hundred accents
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private static boolean isRightToLeft(String text) {
    return text.codePoints()
        .map(Character::getDirectionality)
        .anyMatch(
            direction ->
                direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  }
}
