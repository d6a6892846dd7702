package accessreviews.definitions;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One run of a series.
 *
 * @param day the day that the recurrence names, by which an occurrence is known
 * @param startDateTime when its instances start
 * @param endDateTime when they end; null when only a stop ends them
 */
public record Occurrence(LocalDate day, Instant startDateTime, @Nullable Instant endDateTime) {}
