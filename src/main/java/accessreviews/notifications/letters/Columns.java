package accessreviews.notifications.letters;

import java.util.stream.Collectors;

/** Breaks lines of plain text, as text clients show them; words and links stay whole. */
final class Columns {
  private static final int WIDTH = 72;

  private Columns() {}

  /** {@code text} with lines of 72 characters at most; a line goes on below its own beginning. */
  static String broken(String text) {
    return text.lines().map(Columns::brokenLine).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String brokenLine(String line) {
    var indent = indent(line);
    var broken = new StringBuilder();
    var start = 0; // of the line that is being written
    for (var word : line.substring(indent.length()).split(" ", -1)) {
      if (broken.isEmpty()) {
        broken.append(indent).append(word);
      } else if (broken.length() - start + 1 + word.length() > WIDTH) {
        start = broken.length() + 1;
        broken.append('\n').append(indent).append(word);
      } else {
        broken.append(' ').append(word);
      }
    }
    return broken.toString();
  }

  /** Spaces and the mark of a quotation. */
  private static String indent(String line) {
    var end = 0;
    while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '>')) {
      end++;
    }
    return line.substring(0, end);
  }
}
