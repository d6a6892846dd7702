package accessreviews.odata.reads;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A question to the database about one entity, whose alias is {@code e}: HQL, and the values that
 * are bound to its parameters. Values are never part of the text.
 *
 * @param known how many rows fulfil it, where that can be told without counting them
 */
public record Condition(String hql, Map<String, Object> parameters, Supplier<OptionalLong> known) {
  private static final Supplier<OptionalLong> UNKNOWN = OptionalLong::empty;

  /** Everything fulfils it. */
  public static final Condition NONE = new Condition("", Map.of());

  /** Nothing fulfils it. */
  public static final Condition NEVER = new Condition("1 = 0", Map.of());

  public Condition {
    parameters = Map.copyOf(parameters);
  }

  /** A condition whose rows have to be counted to know how many fulfil it. */
  public Condition(String hql, Map<String, Object> parameters) {
    this(hql, parameters, UNKNOWN);
  }

  /** The same condition, of which {@code known} tells how many rows fulfil it. */
  public Condition counted(Supplier<OptionalLong> known) {
    return new Condition(hql, parameters, known);
  }

  /** {@code hql} with the value of its only parameter. */
  public static Condition of(String hql, String parameter, Object value) {
    return new Condition(hql, Map.of(parameter, value));
  }

  /** Both hold. */
  public Condition and(Condition other) {
    if (isNone()) {
      return other;
    }
    return other.isNone() ? this : joined(" and ", other);
  }

  /** At least one holds. */
  public Condition or(Condition other) {
    if (equals(NEVER)) {
      return other;
    }
    if (other.equals(NEVER)) {
      return this;
    }
    return isNone() || other.isNone() ? NONE : joined(" or ", other);
  }

  /** This does not hold. */
  public Condition not() {
    return isNone() ? NEVER : new Condition("not (" + hql + ")", parameters);
  }

  private boolean isNone() {
    return hql.isEmpty();
  }

  /** Each of {@code conditions} holds; they are not empty. */
  static Condition all(List<Condition> conditions) {
    return joined(" and ", conditions);
  }

  /** At least one of {@code conditions} holds; they are not empty. */
  static Condition any(List<Condition> conditions) {
    return joined(" or ", conditions);
  }

  private Condition joined(String word, Condition other) {
    return joined(word, List.of(this, other));
  }

  /** Side by side, and not one inside the other: a hundred are no deeper than two. */
  private static Condition joined(String word, List<Condition> conditions) {
    var all = new HashMap<String, Object>();
    for (var condition : conditions) {
      condition.parameters.forEach(
          (name, value) -> {
            var taken = all.put(name, value);
            if (taken != null && !taken.equals(value)) {
              throw new IllegalStateException("two values for the parameter " + name);
            }
          });
    }
    return new Condition(
        conditions.stream().map(Condition::hql).collect(joining(")" + word + "(", "(", ")")), all);
  }

  /** The clause of a query, with a blank before it; empty where there is no condition. */
  String where() {
    return isNone() ? "" : " where " + hql;
  }
}
