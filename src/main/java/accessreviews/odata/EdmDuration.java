package accessreviews.odata;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.threeten.extra.PeriodDuration;

/** Durations that can be counted from every instant: not negative, and at most 100 years. */
public final class EdmDuration {
  /** The longest duration. */
  public static final int YEARS = 100;

  /** No other day has more days in the years after it: all leap years are among them. */
  private static final LocalDateTime START = LocalDateTime.of(2000, 1, 1, 0, 0);

  private static final int SHORT_MONTH = 28;
  private static final int LONG_MONTH = 31;

  private EdmDuration() {}

  /** The duration that {@code text} spells; empty if it spells none, or one beyond the bounds. */
  public static Optional<PeriodDuration> read(String text) {
    try {
      return Optional.of(PeriodDuration.parse(text)).filter(EdmDuration::isInBounds);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static boolean isInBounds(PeriodDuration duration) {
    return !shortest(duration).isNegative()
        && !START.plus(duration).isAfter(START.plusYears(YEARS));
  }

  /** A part of it may be negative. Its months are then those that leave the least. */
  private static Duration shortest(PeriodDuration duration) {
    var period = duration.getPeriod();
    var months = period.toTotalMonths();
    var days = months * (months < 0 ? LONG_MONTH : SHORT_MONTH) + period.get(ChronoUnit.DAYS);
    return duration.getDuration().plusDays(days);
  }
}
