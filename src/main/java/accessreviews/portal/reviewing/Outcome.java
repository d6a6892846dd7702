package accessreviews.portal.reviewing;

import accessreviews.portal.ReaderLanguage;
import jakarta.ws.rs.QueryParam;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of the form that led to a page, as its address says. */
class Outcome {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  @QueryParam("saved")
  @Nullable String saved;

  @QueryParam("overtaken")
  @Nullable String overtaken;

  /** The address {@code page} with what was done. */
  static String at(String page, long saved, long overtaken) {
    var sign = page.contains("?") ? "&" : "?";
    return page + sign + "saved=" + saved + (overtaken == 0 ? "" : "&overtaken=" + overtaken);
  }

  /** What was done, in words; null if nothing. */
  @Nullable String notice(ReaderLanguage language) {
    var words = language.words();
    var notice =
        Stream.of(
                number(saved) == 0 && number(overtaken) == 0 && saved != null
                    ? words.nothingSelected()
                    : "",
                number(saved) == 0 ? "" : words.saved(language.number(number(saved))),
                number(overtaken) == 0 ? "" : words.overtaken(language.number(number(overtaken))))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return notice.isEmpty() ? null : notice;
  }

  private static int number(@Nullable String text) {
    return text != null && NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
  }
}
