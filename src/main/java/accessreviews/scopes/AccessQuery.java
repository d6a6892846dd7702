package accessreviews.scopes;

import java.util.Optional;
import java.util.UUID;

/**
 * What a scope asks of a directory: who has which access to what.
 *
 * @param type of the resource, or of all of them
 * @param resource its id; empty where access to any resource of the type is meant, and in relative
 *     scopes
 */
public record AccessQuery(ResourceType type, Optional<UUID> resource) {
  /** What {@code scope} asks. */
  public static AccessQuery of(Scope scope) {
    return new AccessQuery(
        ResourceType.group,
        scope instanceof QueryScope query
            ? new GraphQuery(query.query()).group().map(UUID::fromString)
            : Optional.empty());
  }
}
