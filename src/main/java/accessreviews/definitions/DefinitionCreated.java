package accessreviews.definitions;

import java.util.UUID;

/** A series exists, and may be due to start at once. */
public record DefinitionCreated(UUID id) {}
