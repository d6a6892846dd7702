package accessreviews.portal.manage;

import accessreviews.portal.ReaderLanguage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A point in time on a page.
 *
 * @param iso for browsers, which know the zone of the reader
 * @param text the day in UTC, in the reader's language
 */
public record Moment(String iso, String text) {
  static @Nullable Moment of(@Nullable Instant at, ReaderLanguage language) {
    return at == null ? null : at(at, language);
  }

  static Moment at(Instant at, ReaderLanguage language) {
    return new Moment(at.toString(), language.day(at));
  }
}
