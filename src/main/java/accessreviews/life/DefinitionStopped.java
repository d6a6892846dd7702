package accessreviews.life;

import java.time.Instant;
import java.util.UUID;

/** A series was stopped, in the transaction that stores it: what runs of it ends. */
public record DefinitionStopped(UUID definition, Instant at) {}
