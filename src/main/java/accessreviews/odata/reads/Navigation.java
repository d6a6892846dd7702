package accessreviews.odata.reads;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A property that leads from one resource to others, and can be expanded. */
public sealed interface Navigation<P, C> {
  /** Whose property it is. */
  EntityType<P> from();

  /** Its name. */
  String name();

  /** What is at its end. */
  EntityType<C> to();

  /** What the caller may see of that. */
  Supplier<Condition> visible();

  /** Whether v1.0 does not have it. */
  boolean onlyBeta();

  /**
   * To a contained collection.
   *
   * @param owner the id of the owner in HQL, the contained entity being {@code e}
   * @param ownerOf the same id in Java
   * @param path where the collection of an owner is, as {@code @odata.context} names it
   * @param onlyOwn whether the caller may not list the collection of an owner, and sees of it what
   *     {@code filterByCurrentUser} shows
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
   * @param members what is in the collection of an owner
   * @param path where it is, as {@code @odata.context} names it
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
      return () -> Condition.NONE;
    }

    @Override
    public boolean onlyBeta() {
      return false;
    }
  }

  /**
   * To one other resource.
   *
   * @param target its id
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
