package accessreviews.odata.reads;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A navigation property: it leads from one resource to others, and can be expanded. */
public sealed interface Navigation<P, C> {
  /** The type that has the property. */
  EntityType<P> from();

  /** The name of the property. */
  String name();

  /** The type that the property leads to. */
  EntityType<C> to();

  /** The rows of {@link #to()} that the caller may see. */
  Supplier<Condition> visible();

  /** Whether only beta has the property. */
  boolean onlyBeta();

  /**
   * A contained collection.
   *
   * @param owner the id of the owner in HQL; the contained entity is {@code e}
   * @param ownerOf the same id in Java
   * @param path the path of an owner's collection, as {@code @odata.context} names it
   * @param onlyOwn whether the caller sees only the rows of {@code filterByCurrentUser}, because
   *     they may not list the owner's collection
   */
  record ToMany<P, C>(
      EntityType<P> from,
      String name,
      EntityType<C> to,
      String owner,
      Function<C, UUID> ownerOf,
      Function<P, String> path,
      Supplier<Condition> visible,
      Predicate<P> onlyOwn)
      implements Navigation<P, C> {
    @Override
    public boolean onlyBeta() {
      return false;
    }
  }

  /**
   * To a contained collection that is nowhere stored.
   *
   * @param members the members of an owner's collection
   * @param path the path of the collection, as {@code @odata.context} names it
   */
  record Derived<P, C>(
      EntityType<P> from,
      String name,
      EntityType<C> to,
      Function<P, List<C>> members,
      Function<P, String> path)
      implements Navigation<P, C> {
    @Override
    public Supplier<Condition> visible() {
      return () -> Condition.ALWAYS;
    }

    @Override
    public boolean onlyBeta() {
      return false;
    }
  }

  /**
   * A single other resource.
   *
   * @param target the id of that resource
   */
  record ToOne<P, C>(
      EntityType<P> from,
      String name,
      EntityType<C> to,
      Function<P, UUID> target,
      boolean onlyBeta,
      Supplier<Condition> visible)
      implements Navigation<P, C> {}
}
