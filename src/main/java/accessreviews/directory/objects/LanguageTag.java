package accessreviews.directory.objects;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** The language that a person prefers, as a BCP 47 tag such as {@code de-AT}. */
public final class LanguageTag {
  /** The characters that RFC 5646 (4.4.1) recommends to have room for. */
  static final int LONGEST = 35;

  /** What is expected, for people. */
  public static final String EXPECTED =
      "a language tag of at most " + LONGEST + " characters, such as en or de-AT";

  private LanguageTag() {}

  /** Whether {@code text} has the form of a tag. Nobody looks up whether there is the language. */
  public static boolean is(String text) {
    return !text.isEmpty() && text.length() <= LONGEST && isWellFormed(text);
  }

  private static boolean isWellFormed(String text) {
    try {
      return !new Locale.Builder().setLanguageTag(text).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }
}
