package accessreviews.odata.bodies;

import accessreviews.refusal.Refused;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A member of a request body, which may be left out, null or given: in a merge these are three
 * different requests, and an {@code Optional} knows only two.
 */
public sealed interface Field<T> {
  /** The member is not in the body: what is stored stays. */
  record Absent<T>() implements Field<T> {}

  /** The member is there, and null. */
  record Null<T>() implements Field<T> {}

  /** The member is there with a value. */
  record Given<T>(T value) implements Field<T> {}

  static <T> Field<T> absent() {
    return new Absent<>();
  }

  static <T> Field<T> ofNull() {
    return new Null<>();
  }

  static <T> Field<T> of(T value) {
    return new Given<>(value);
  }

  static <T> Field<T> ofNullable(@Nullable T value) {
    return value == null ? ofNull() : of(value);
  }

  /** The value, or null where the member is left out or null. */
  default @Nullable T orNull() {
    return this instanceof Given<T>(var value) ? value : null;
  }

  /** The value, or {@code other} where the member is left out or null. */
  default T orElse(T other) {
    var value = orNull();
    return value == null ? other : value;
  }

  /** This member where it was sent under its own name, else {@code alias}, its other name. */
  default Field<T> or(Field<T> alias) {
    return this instanceof Absent ? alias : this;
  }

  default boolean isAbsent() {
    return this instanceof Absent;
  }

  /** This member, which may be left out but not be null: {@code member} is its name. */
  default Field<T> neverNull(String member) {
    if (this instanceof Null) {
      throw Refused.invalid(member, "a value, or the member left out to keep what is stored");
    }
    return this;
  }

  /** Hands on what was sent, null included, unless the member is left out. */
  default void ifSent(Consumer<? super @Nullable T> use) {
    if (!isAbsent()) {
      use.accept(orNull());
    }
  }

  /** Hands the value on where there is one. */
  default void ifGiven(Consumer<? super T> use) {
    if (this instanceof Given<T>(var value)) {
      use.accept(value);
    }
  }
}
