package accessreviews.life;

import java.time.Instant;
import java.util.UUID;

/** An administrator wants the reviewers of an instance to be reminded. */
public record ReminderRequested(UUID instance, Instant at) {}
