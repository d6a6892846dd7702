package accessreviews.life;

import java.time.Instant;
import java.util.UUID;

/** An administrator has asked to remind the reviewers of an instance. */
public record ReminderRequested(UUID instance, Instant at) {}
