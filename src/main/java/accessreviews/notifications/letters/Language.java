package accessreviews.notifications.letters;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words, numbers and dates of a language in which mails are written. */
enum Language {
  ENGLISH(Locale.ENGLISH, "d MMMM", "EEEE, d MMMM uuuu"),
  GERMAN(Locale.GERMAN, "d. MMMM", "EEEE, d. MMMM uuuu");

  private final Locale locale;
  private final DateTimeFormatter day;
  private final DateTimeFormatter dayOfYear;
  private final DateTimeFormatter dayInFull;
  private final DateTimeFormatter time;

  Language(Locale locale, String day, String dayInFull) {
    this.locale = locale;
    this.day = DateTimeFormatter.ofPattern(day, locale);
    this.dayOfYear = DateTimeFormatter.ofPattern(day + " uuuu", locale);
    this.dayInFull = DateTimeFormatter.ofPattern(dayInFull, locale);
    this.time = DateTimeFormatter.ofPattern("HH:mm", locale);
  }

  /** The language for a reader of {@code tag}, such as {@code de-AT}: English unless German. */
  static Language of(@Nullable String tag) {
    var language = tag == null ? "" : tag.split("[-_]", 2)[0];
    return language.toLowerCase(Locale.ROOT).equals("de") ? GERMAN : ENGLISH;
  }

  /** Its tag, for the attribute {@code lang}. */
  String tag() {
    return locale.getLanguage();
  }

  Words words() {
    return MessageBundles.get(Words.class, Localized.Literal.of(tag()));
  }

  String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** The last day before {@code end}, with its year unless that is the year of {@code now}. */
  String lastDay(Instant end, Instant now) {
    var last = lastDay(end);
    return (last.getYear() == now.atZone(ZoneOffset.UTC).getYear() ? day : dayOfYear).format(last);
  }

  /** {@code end} to the minute; midnight is the end of the day before. */
  String end(Instant end) {
    var day = dayInFull.format(lastDay(end));
    var at = end.atZone(ZoneOffset.UTC);
    return at.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? words().endOf(day)
        : words().at(day, time.format(at));
  }

  /** What ends at midnight has the day before as its last. */
  private static ZonedDateTime lastDay(Instant end) {
    return end.minusNanos(1).atZone(ZoneOffset.UTC);
  }
}
