package accessreviews.odata.query;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.regex.Pattern;

/** The words of one query option, read from left to right. */
final class Tokens {
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,12})?)?(Z|[+-]\\d{2}:\\d{2}))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d+(\\.\\d+)?(e[+-]?\\d+)?", Pattern.CASE_INSENSITIVE);
  private static final int GUID = 36;
  private static final char OPENED = '\u2018';
  private static final char CLOSED = '\u2019';

  /** The type of a word; {@code END} follows the last one. */
  enum Type {
    NAME,
    STRING,
    GUID,
    NUMBER,
    DATE_TIME,
    SIGN,
    END
  }

  /**
   * @param text what it says, strings without their quotes
   * @param start where it begins, from 0
   */
  record Token(Type type, String text, int start) {
    boolean is(String sign) {
      return type == Type.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
      return type == Type.NAME && text.equalsIgnoreCase(word);
    }
  }

  private final String option;
  private final String text;
  private int at;
  private Token current;

  private Tokens(String option, String text) {
    this.option = option;
    this.text = text;
    this.current = new Token(Type.END, "", 0);
  }

  /** The words of {@code text}; refuses text that is too long in the name of {@code option}. */
  static Tokens of(String option, String text, Limits limits) {
    var tokens = new Tokens(option, text);
    if (text.length() > limits.length()) {
      throw tokens.refused("it is longer than %d characters".formatted(limits.length()));
    }
    tokens.current = tokens.read();
    return tokens;
  }

  /** The option that the words belong to. */
  String option() {
    return option;
  }

  /** The next word, without reading it. */
  Token peek() {
    return current;
  }

  /** Reads the next word. */
  Token next() {
    var read = current;
    current = read();
    return read;
  }

  /** Reads {@code sign} if it is next; returns whether it was. */
  boolean skip(String sign) {
    var found = current.is(sign);
    if (found) {
      next();
    }
    return found;
  }

  /** Reads the name {@code word} if it is next; returns whether it was. */
  boolean skipWord(String word) {
    var found = current.isWord(word);
    if (found) {
      next();
    }
    return found;
  }

  void require(String sign) {
    if (!skip(sign)) {
      throw unexpected("'" + sign + "'");
    }
  }

  String requireName(String what) {
    if (current.type() != Type.NAME) {
      throw unexpected(what);
    }
    return next().text();
  }

  void requireEnd() {
    if (current.type() != Type.END) {
      throw unexpected("the end");
    }
  }

  /** The text from {@code start} up to the next word, without blanks around it. */
  String since(int start) {
    return text.substring(start, current.start()).strip();
  }

  /** The refusal of the next word, which is not {@code expected}. */
  Refused unexpected(String expected) {
    var found =
        current.type() == Type.END
            ? "the end"
            : "'" + (current.type() == Type.STRING ? "'" : "") + shortened(current.text()) + "'";
    return refused(
        "expected %s at position %d, found %s".formatted(expected, current.start() + 1, found));
  }

  /** The refusal of the option, for the reason {@code why}. */
  Refused refused(String why) {
    return new Refused(
        Refusal.INVALID_QUERY_OPTION,
        option,
        "Invalid value for the query option '%s': %s.".formatted(option, why));
  }

  private static String shortened(String found) {
    return found.length() > 40 ? found.substring(0, 40) + "…" : found;
  }

  private Token read() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    var start = at;
    if (at == text.length()) {
      return new Token(Type.END, "", start);
    }
    var first = text.charAt(at);
    if (first == '\'') {
      return new Token(Type.STRING, string(), start);
    }
    if (first == OPENED || first == CLOSED) {
      return new Token(Type.STRING, printed(), start);
    }
    if (isGuid()) {
      at += GUID;
      return new Token(Type.GUID, text.substring(start, at), start);
    }
    if (isDigit(first)
        || (first == '-' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
      return number(start);
    }
    at++;
    if (!startsName(first)) {
      return new Token(Type.SIGN, String.valueOf(first), start);
    }
    while (at < text.length() && isInName(text.charAt(at))) {
      at++;
    }
    return new Token(Type.NAME, text.substring(start, at), start);
  }

  private String string() {
    var value = new StringBuilder();
    var start = at++;
    while (at < text.length()) {
      var end = text.indexOf('\'', at);
      if (end < 0) {
        break;
      }
      value.append(text, at, end);
      at = end + 1;
      if (at == text.length() || text.charAt(at) != '\'') {
        return value.toString();
      }
      value.append('\'');
      at++;
    }
    throw refused("the string that begins at position %d has no end".formatted(start + 1));
  }

  /** A string in the quotation marks that Graph's pages print. */
  private String printed() {
    var start = at + 1;
    var end = text.indexOf(CLOSED, start);
    if (end < 0) {
      throw refused("the string that begins at position %d has no end".formatted(start));
    }
    at = end + 1;
    return text.substring(start, end);
  }

  private Token number(int start) {
    at++;
    while (at < text.length()
        && (isInName(text.charAt(at)) || "+-:".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    var run = text.substring(start, at);
    if (NUMBER.matcher(run).matches()) {
      return new Token(Type.NUMBER, run, start);
    }
    if (DATE_TIME.matcher(run).matches()) {
      return new Token(Type.DATE_TIME, run, start);
    }
    throw refused(
        "expected a number, a date-time or a GUID at position %d, found '%s'"
            .formatted(start + 1, shortened(run)));
  }

  private boolean isGuid() {
    if (text.length() < at + GUID
        || (text.length() > at + GUID && isInName(text.charAt(at + GUID)))) {
      return false;
    }
    for (var i = 0; i < GUID; i++) {
      var c = text.charAt(at + i);
      var dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : Character.digit(c, 16) < 0 || c > 'f') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean startsName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || c == '@';
  }

  private static boolean isInName(char c) {
    return startsName(c) || isDigit(c) || c == '.';
  }
}
