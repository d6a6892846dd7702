package accessreviews.platform;

import java.time.Instant;

/**
 * The emulator is about to move the clock on to {@code to}, from where {@link ServiceClock} stands.
 * Due transitions until then have run. Whoever does something else at its time does now what is due
 * until then, and may let the clock stand at the instants between.
 */
public record ClockMoves(Instant to) {}
