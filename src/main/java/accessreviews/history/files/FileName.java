package accessreviews.history.files;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The name of a file as headers and file systems take it, whatever somebody has called it. */
record FileName(String name) {
  private static final int LONGEST = 100;
  private static final String FORBIDDEN = "\\/:*?\"<>|%;";

  /** What RFC 5987 lets through, besides letters and digits. */
  private static final String PLAIN = "!#$&+-.^_`~";

  /** The name {@code called}, and what makes it unique and tells its type. */
  static FileName of(String called, String end) {
    var safe = new StringBuilder();
    called
        .strip()
        .codePoints()
        .limit(LONGEST)
        .map(c -> isSafe(c) ? c : '_')
        .forEach(safe::appendCodePoint);
    return new FileName(safe + end);
  }

  /** Not what file systems refuse, what ends a header, and what turns the direction of writing. */
  private static boolean isSafe(int c) {
    return FORBIDDEN.indexOf(c) < 0
        && switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SURROGATE,
              Character.UNASSIGNED,
              Character.PRIVATE_USE ->
              false;
          default -> true;
        };
  }

  /** The header {@code Content-Disposition} (RFC 6266), with the name in ASCII for old clients. */
  String disposition() {
    var ascii = new StringBuilder();
    var encoded = new StringBuilder();
    name.codePoints()
        .forEach(c -> ascii.append(c >= ' ' && c < 0x7f ? Character.toString(c) : "_"));
    for (var b : name.getBytes(UTF_8)) {
      var c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append("%%%02X".formatted((int) c));
      }
    }
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
  }
}
