package accessreviews.recurrence;

import accessreviews.refusal.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days between which a series starts its reviews, or the number of them.
 *
 * <p>Graph's recurrenceRange (types.md). Days are calendar days of UTC in the years 0001 to 9999;
 * {@code 9999-12-31} means never.
 *
 * @param type required: what ends the series
 * @param numberOfOccurrences 0 or more; how many reviews a numbered series has, 0 or absent when
 *     its endDate ends it
 * @param recurrenceTimeZone carried, not used: days are days of UTC
 * @param startDate the day of the first review, or the first day on which it can be
 * @param endDate the last day on which a review starts; required for type {@code endDate}, not
 *     before the startDate, and dropped for type {@code noEnd}
 */
@RegisterForReflection
public record RecurrenceRange(
    RecurrenceRangeType type,
    int numberOfOccurrences,
    @Nullable String recurrenceTimeZone,
    @JsonSerialize(using = ToStringSerializer.class)
        @JsonDeserialize(using = DateOnlyDeserializer.class)
        @Nullable LocalDate startDate,
    @JsonSerialize(using = ToStringSerializer.class)
        @JsonDeserialize(using = DateOnlyDeserializer.class)
        @Nullable LocalDate endDate) {
  /** The first day there is. */
  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

  /** The last day there is; a series that ends here never ends. */
  static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  public RecurrenceRange {
    if (numberOfOccurrences < 0) {
      throw Refused.invalid("numberOfOccurrences", "a number of reviews, 0 or more");
    }
    requireCalendarDay("startDate", startDate);
    requireCalendarDay("endDate", endDate);
    if (type == RecurrenceRangeType.endDate && endDate == null) {
      throw Refused.missing("endDate", "the last day on which a review starts");
    }
    if (startDate != null && endDate != null && endDate.isBefore(startDate)) {
      throw Refused.invalid("endDate", "a day that is not before the startDate");
    }
    if (type == RecurrenceRangeType.noEnd && !NEVER.equals(endDate)) {
      endDate = null;
    }
  }

  /** Reads the JSON form, in which an absent member and a null are the same. */
  @JsonCreator
  static RecurrenceRange read(
      @JsonProperty("type") @Nullable RecurrenceRangeType type,
      @JsonProperty("numberOfOccurrences") @Nullable Integer numberOfOccurrences,
      @JsonProperty("recurrenceTimeZone") @Nullable String recurrenceTimeZone,
      @JsonProperty("startDate") @Nullable LocalDate startDate,
      @JsonProperty("endDate") @Nullable LocalDate endDate) {
    if (type == null) {
      throw Refused.missing("type", "endDate, noEnd or numbered");
    }
    var range =
        new RecurrenceRange(
            type,
            Objects.requireNonNullElse(numberOfOccurrences, 0),
            recurrenceTimeZone,
            startDate,
            endDate);
    return type == RecurrenceRangeType.noEnd ? range.endingOn(null) : range;
  }

  /** The range as answers show it: a series without an end ends on the last day there is. */
  RecurrenceRange readBack() {
    return type == RecurrenceRangeType.noEnd ? endingOn(NEVER) : this;
  }

  private RecurrenceRange endingOn(@Nullable LocalDate day) {
    return new RecurrenceRange(type, numberOfOccurrences, recurrenceTimeZone, startDate, day);
  }

  private static void requireCalendarDay(String member, @Nullable LocalDate day) {
    if (day != null && (day.isBefore(EARLIEST) || day.isAfter(NEVER))) {
      throw Refused.invalid(member, "a date from " + EARLIEST + " to " + NEVER);
    }
  }

  /** A number of reviews ends the series, whatever its endDate is. */
  boolean counts() {
    return type == RecurrenceRangeType.numbered && numberOfOccurrences > 0;
  }

  /**
   * Nothing says when the series ends: no number of reviews, no last day, nor that it never ends.
   */
  boolean leavesEndOpen() {
    return type == RecurrenceRangeType.numbered && numberOfOccurrences == 0 && endDate == null;
  }

  /** The day that ends the series; empty when a number of reviews does, or nothing. */
  public Optional<LocalDate> finalDay() {
    return Optional.of(lastDay()).filter(day -> day.isBefore(NEVER));
  }

  /** The last day on which a review can start. */
  LocalDate lastDay() {
    return counts() || endDate == null ? NEVER : endDate;
  }
}
