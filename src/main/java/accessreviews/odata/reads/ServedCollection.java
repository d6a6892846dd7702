package accessreviews.odata.reads;

import accessreviews.odata.ServiceRoot;
import java.util.function.BiFunction;

/**
 * A collection at its place, as its reads need it.
 *
 * @param path where it is, as {@code @odata.context} names it
 * @param entity how one of it is shown by itself
 * @param visible what belongs to it, and may be seen by the caller
 * @param limited whether the live service shows at most 100 of it at once, and not their number
 *     (observed.md, O8, O9)
 */
public record ServedCollection<E>(
    EntityType<E> type,
    String path,
    BiFunction<E, ServiceRoot, Object> entity,
    Condition visible,
    boolean limited) {

  /** A collection that the live service serves without further limits. */
  public ServedCollection(
      EntityType<E> type,
      String path,
      BiFunction<E, ServiceRoot, Object> entity,
      Condition visible) {
    this(type, path, entity, visible, false);
  }

  /** The same collection with fewer rows. */
  public ServedCollection<E> where(Condition narrower) {
    return new ServedCollection<>(type, path, entity, visible.and(narrower), limited);
  }

  /** The same collection, as one that the live service limits. */
  public ServedCollection<E> asLimited() {
    return new ServedCollection<>(type, path, entity, visible, true);
  }
}
