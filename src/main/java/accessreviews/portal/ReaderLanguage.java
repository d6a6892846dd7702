package accessreviews.portal;

import accessreviews.decisions.items.Decision;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words, numbers, dates and spans of time in the language of a browser. */
public enum ReaderLanguage {
  /** English, unless another is asked for. */
  ENGLISH(Locale.ENGLISH, "d MMMM uuuu"),
  /** German. */
  GERMAN(Locale.GERMAN, "d. MMMM uuuu");

  private static final int LONGEST_HEADER = 200;
  private static final int DAYS_IN_WORDS = 60;
  private static final int DAYS_OF_MONTH = 30;
  private static final int DAYS_OF_YEAR = 365;

  private final Locale locale;
  private final DateTimeFormatter day;

  ReaderLanguage(Locale locale, String day) {
    this.locale = locale;
    this.day = DateTimeFormatter.ofPattern(day, locale).withZone(ZoneOffset.UTC);
  }

  /** The language that {@code accepted}, the header {@code Accept-Language}, prefers. */
  public static ReaderLanguage of(@Nullable String accepted) {
    if (accepted == null || accepted.length() > LONGEST_HEADER) {
      return ENGLISH;
    }
    try {
      var ranges = Locale.LanguageRange.parse(accepted);
      var known = Arrays.stream(values()).map(one -> one.locale).toList();
      return Locale.GERMAN.equals(Locale.lookup(ranges, known)) ? GERMAN : ENGLISH;
    } catch (IllegalArgumentException e) {
      return ENGLISH; // no list of languages
    }
  }

  /** Its tag, for the attribute {@code lang}. */
  public String tag() {
    return locale.getLanguage();
  }

  /** Its texts. */
  public PortalWords words() {
    return MessageBundles.get(PortalWords.class, Localized.Literal.of(tag()));
  }

  /** {@code decision} as pages say it. */
  public String decision(Decision decision) {
    return switch (decision) {
      case NotReviewed -> words().notAnswered();
      case Approve -> words().approve();
      case Deny -> words().deny();
      case DontKnow -> words().dontKnow();
    };
  }

  /** {@code number} with the separators of the language. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** The day of {@code at} in UTC; midnight is the end of the day before. */
  public String lastDay(Instant at) {
    return day.format(at.minusNanos(1));
  }

  /** The day of {@code at} in UTC. */
  public String day(Instant at) {
    return day.format(at);
  }

  /** For how long {@code end} is ahead of {@code now}, such as "3 days left". */
  public String left(Instant end, Instant now) {
    var days = Duration.between(now, end).toDays();
    if (days < 1) {
      return words().dueToday();
    }
    return days == 1 ? words().oneDayLeft() : words().daysLeft(number(days));
  }

  /** How long ago {@code at} was, such as "4 months ago". */
  public String ago(Instant at, Instant now) {
    var days = ChronoUnit.DAYS.between(at, now);
    if (days < 1) {
      return words().today();
    }
    if (days == 1) {
      return words().oneDayAgo();
    }
    if (days < DAYS_IN_WORDS) {
      return words().daysAgo(number(days));
    }
    if (days < DAYS_OF_YEAR) {
      return words().monthsAgo(number(days / DAYS_OF_MONTH));
    }
    var years = days / DAYS_OF_YEAR;
    return years == 1 ? words().oneYearAgo() : words().yearsAgo(number(years));
  }
}
