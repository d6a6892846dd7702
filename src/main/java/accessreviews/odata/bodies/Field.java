package accessreviews.odata.bodies;

import accessreviews.refusal.Refused;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A member of a request body: absent, null or given. In a merge these are three different requests,
 * and an {@code Optional} knows only two.
 */
public sealed interface Field<T> {
  /** The member is not in the body; the stored value stays. */
  record Absent<T>() implements Field<T> {}

  /** The member is null. */
  record Null<T>() implements Field<T> {}

  /** The member has a value. */
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

  /** The value; null if the member is absent or null. */
  default @Nullable T orNull() {
    return this instanceof Given<T>(var value) ? value : null;
  }

  /** The value; {@code other} if the member is absent or null. */
  default T orElse(T other) {
    var value = orNull();
    return value == null ? other : value;
  }

  /** This member if it was sent, otherwise {@code alias}, its other name. */
  default Field<T> or(Field<T> alias) {
    return this instanceof Absent ? alias : this;
  }

  default boolean isAbsent() {
    return this instanceof Absent;
  }

  /** This member; refuses null. {@code member} is its name. */
  default Field<T> neverNull(String member) {
    if (this instanceof Null) {
      throw Refused.invalid(member, "a value, or the member left out to keep what is stored");
    }
    return this;
  }

  /** Passes the value, or null, to {@code use} if the member was sent. */
  default void ifSent(Consumer<? super @Nullable T> use) {
    if (!isAbsent()) {
      use.accept(orNull());
    }
  }

  /** Passes the value to {@code use} if there is one. */
  default void ifGiven(Consumer<? super T> use) {
    if (this instanceof Given<T>(var value)) {
      use.accept(value);
    }
  }
}
