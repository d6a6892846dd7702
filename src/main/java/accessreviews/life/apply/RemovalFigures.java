package accessreviews.life.apply;

import org.jspecify.annotations.Nullable;

/**
 * What applying an instance would remove from the resource that would lose most, and what the guard
 * lets pass.
 *
 * @param resource the name of the resource; null if it has none, or nothing waits to be applied
 * @param principals the principals with access to it
 * @param denied those of them whose access is denied
 * @param percent the share of the principals that may be removed without a confirmation
 * @param count the number of principals that may be removed without a confirmation
 * @param isTooMuch whether the guard objects
 */
public record RemovalFigures(
    @Nullable String resource,
    long principals,
    long denied,
    int percent,
    long count,
    boolean isTooMuch) {
  /** Why the instance is held back. */
  public String objection() {
    return "Applying would remove %d of %d principals of '%s': more than %d %% and more than %d."
        .formatted(denied, principals, resource, percent, count);
  }
}
