package accessreviews.odata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.Optional;

/** Instants as OData and the database have them: of the years 0001 to 9999, in microseconds. */
public final class EdmDateTime {
  /** The first instant. */
  public static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  /** The last instant. */
  public static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private EdmDateTime() {}

  /** The instant that {@code text} spells; empty if it spells none, or one of another year. */
  public static Optional<Instant> read(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS))
          .filter(instant -> !instant.isBefore(FIRST) && !instant.isAfter(LAST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The instant {@code amount} after {@code start}; the last one where that is later. */
  public static Instant later(Instant start, TemporalAmount amount) {
    var end = start.plus(amount);
    return end.isAfter(LAST) ? LAST : end;
  }
}
