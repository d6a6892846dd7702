package accessreviews.odata.reads;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A condition on the rows of one entity, whose alias is {@code e}: HQL and the values of its
 * parameters. Values are never part of the text.
 *
 * @param known the number of rows that fulfil the condition, if it is known without counting
 */
public record Condition(String hql, Map<String, Object> parameters, Supplier<OptionalLong> known) {
  private static final Supplier<OptionalLong> UNKNOWN = OptionalLong::empty;

  /** All rows fulfil it. */
  public static final Condition ALWAYS = new Condition("", Map.of());

  /** No row fulfils it. */
  public static final Condition NEVER = new Condition("1 = 0", Map.of());

  public Condition {
    parameters = Map.copyOf(parameters);
  }

  /** A condition whose rows have to be counted. */
  public Condition(String hql, Map<String, Object> parameters) {
    this(hql, parameters, UNKNOWN);
  }

  /** The same condition, with the known number of its rows. */
  public Condition counted(Supplier<OptionalLong> known) {
    return new Condition(hql, parameters, known);
  }

  /** The condition {@code hql} with the value of its only parameter. */
  public static Condition of(String hql, String parameter, Object value) {
    return new Condition(hql, Map.of(parameter, value));
  }

  /** Both conditions hold. */
  public Condition and(Condition other) {
    if (isAlways()) {
      return other;
    }
    return other.isAlways() ? this : joined(" and ", other);
  }

  /** At least one of the two conditions holds. */
  public Condition or(Condition other) {
    if (equals(NEVER)) {
      return other;
    }
    if (other.equals(NEVER)) {
      return this;
    }
    return isAlways() || other.isAlways() ? ALWAYS : joined(" or ", other);
  }

  /** The negation of this condition. */
  public Condition not() {
    return isAlways() ? NEVER : new Condition("not (" + hql + ")", parameters);
  }

  private boolean isAlways() {
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

  /** Joins without nesting: a hundred conditions are no deeper than two. */
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

  /** The {@code where} clause with a leading blank; empty if there is no condition. */
  String where() {
    return isAlways() ? "" : " where " + hql;
  }
}
