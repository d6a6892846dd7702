package accessreviews.recurrence;

import accessreviews.refusal.Refused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On which calendar days (UTC) a series starts its reviews: once, or again and again.
 *
 * <p>Graph's patternedRecurrence (types.md, "Recurrence"). An occurrence on the very endDate takes
 * place; one before the startDate does not exist.
 *
 * @param pattern how often; null is a one-time review
 * @param range from when and until when: required with a pattern, together with its startDate and
 *     something that ends the series; refused when no occurrence of the pattern lies in it
 */
@RegisterForReflection
public record PatternedRecurrence(
    @Nullable RecurrencePattern pattern, @Nullable RecurrenceRange range) {

  public PatternedRecurrence {
    if (pattern != null) {
      requireOccurrences(pattern, range);
    }
  }

  private static void requireOccurrences(
      RecurrencePattern pattern, @Nullable RecurrenceRange range) {
    if (range == null) {
      throw Refused.missing("range", "it says when a recurring series starts and ends");
    }
    if (range.startDate() == null) {
      throw Refused.missing("range.startDate", "a recurring series starts on a day");
    }
    if (range.leavesEndOpen()) {
      throw Refused.invalid(
          "range.numberOfOccurrences", "1 or more, or 0 together with an endDate");
    }
    if (OccurrenceDays.of(pattern, range.startDate(), range).first().isEmpty()) {
      throw Refused.invalid("range", "a range with at least one occurrence of the pattern");
    }
  }

  /** The recurrence as answers show it. */
  public PatternedRecurrence readBack() {
    return range == null ? this : new PatternedRecurrence(pattern, range.readBack());
  }

  /** The day of the first review; empty for a one-time review whose day is not given. */
  public Optional<LocalDate> first() {
    return occurrences().flatMap(OccurrenceDays::first);
  }

  /** The day of the first review that starts after the day; empty when the series is over then. */
  public Optional<LocalDate> after(LocalDate day) {
    return occurrences().flatMap(o -> o.after(day));
  }

  /** The day of the last review that starts on or before the day; empty before the first one. */
  public Optional<LocalDate> latestUpTo(LocalDate day) {
    return occurrences().flatMap(o -> o.latestUpTo(day));
  }

  /**
   * The most days from one review to the next: 7 for each week, 31 for each month. A one-time
   * review has no next one, so any duration fits: {@link Long#MAX_VALUE}.
   */
  public long longestInterval() {
    return pattern == null ? Long.MAX_VALUE : pattern.longestInterval();
  }

  private Optional<OccurrenceDays> occurrences() {
    if (range == null || range.startDate() == null) {
      return Optional.empty();
    }
    return Optional.of(
        pattern == null
            ? OccurrenceDays.once(range.startDate())
            : OccurrenceDays.of(pattern, range.startDate(), range));
  }
}
