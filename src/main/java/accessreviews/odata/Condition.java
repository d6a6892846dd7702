package accessreviews.odata;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A condition on rows, as the database decides it.
 *
 * @param hql a predicate of the Hibernate Query Language; empty where every row is meant
 * @param parameters the values that {@code hql} names, bound and never written into it
 */
public record Condition(String hql, Map<String, Object> parameters) {
  /** Every row. */
  public static final Condition NONE = new Condition("", Map.of());

  /** No row. */
  public static final Condition NEVER = new Condition("1 = 0", Map.of());

  public Condition {
    parameters = Map.copyOf(parameters);
  }

  /** The condition {@code hql} with one parameter. */
  public static Condition of(String hql, String name, Object value) {
    return new Condition(hql, Map.of(name, value));
  }

  /** Rows that fulfil both. */
  public Condition and(Condition other) {
    return hql.isEmpty() ? other : other.hql.isEmpty() ? this : joined(" and ", other);
  }

  /** Rows that fulfil one of the two. */
  public Condition or(Condition other) {
    if (equals(NEVER)) {
      return other;
    }
    if (hql.isEmpty() || other.equals(NEVER)) {
      return this;
    }
    return other.hql.isEmpty() ? other : joined(" or ", other);
  }

  private Condition joined(String word, Condition other) {
    var all = new LinkedHashMap<>(parameters);
    all.putAll(other.parameters);
    return new Condition("(" + hql + ")" + word + "(" + other.hql + ")", all);
  }
}
