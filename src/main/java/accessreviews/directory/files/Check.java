package accessreviews.directory.files;

import accessreviews.directory.objects.LanguageTag;
import accessreviews.odata.EdmDateTime;
import accessreviews.odata.Guid;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a value of a file has to be, so that the database can read it.
 *
 * @param type in the database
 * @param expected for people
 * @param read the value as the database reads it; empty where it is no such value
 */
record Check(String type, String expected, Function<String, Optional<String>> read) {
  private static final int LONGEST = 4096;

  static final Check GUID = new Check("uuid", "a GUID", text -> Optional.of(text).filter(Guid::is));

  static final Check FLAG =
      new Check(
          "text",
          "true or false",
          text ->
              Optional.of(text.toLowerCase(Locale.ROOT))
                  .filter(List.of("true", "false")::contains));

  static final Check DATE_TIME =
      new Check("text", "a UTC date-time such as 2026-01-31T09:00:00Z", Check::instant);

  static final Check LANGUAGE =
      new Check("text", LanguageTag.EXPECTED, text -> Optional.of(text).filter(LanguageTag::is));

  /** Several words, separated by semicolons. */
  static final Check WORDS = text(LONGEST);

  /** A text of up to {@code longest} characters. */
  static Check text(int longest) {
    return new Check(
        "text",
        "Unicode text of at most " + longest + " characters, without NUL",
        text -> Optional.of(text).filter(given -> isClean(given, longest)));
  }

  /** One of {@code words}, written in any case. */
  static Check oneOf(String... words) {
    return new Check(
        "text",
        "one of " + String.join(", ", words),
        text -> Arrays.stream(words).filter(text::equalsIgnoreCase).findFirst());
  }

  private static Optional<String> instant(String text) {
    return EdmDateTime.read(text).map(Instant::toString);
  }

  private static boolean isClean(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        && text.codePoints()
            .noneMatch(
                c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }
}
