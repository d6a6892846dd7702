package accessreviews.definitions;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One run of a series.
 *
 * @param day the day of the recurrence, which identifies the occurrence
 * @param startDateTime the start of its instances
 * @param endDateTime their end; null if only a stop ends them
 */
public record Occurrence(LocalDate day, Instant startDateTime, @Nullable Instant endDateTime) {}
