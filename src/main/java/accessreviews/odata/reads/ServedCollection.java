package accessreviews.odata.reads;

import accessreviews.odata.ServiceRoot;
import java.util.function.BiFunction;

/**
 * A collection at its place, as its reads need it.
 *
 * @param path where it is, as {@code @odata.context} names it
 * @param entity how one of it is shown by itself
 * @param visible what belongs to it, and may be seen by the caller
 */
public record ServedCollection<E>(
    EntityType<E> type, String path, BiFunction<E, ServiceRoot, Object> entity, Condition visible) {

  /** The same collection with fewer rows. */
  public ServedCollection<E> where(Condition narrower) {
    return new ServedCollection<>(type, path, entity, visible.and(narrower));
  }
}
