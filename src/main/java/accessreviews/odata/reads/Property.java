package accessreviews.odata.reads;

import accessreviews.odata.query.Expression.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A property of a resource, or a part of one such as {@code principal/id}, and the query options
 * that it supports.
 *
 * @param onlyBeta whether only beta has it
 * @param column its column; null if it can be neither filtered nor ordered
 * @param operators the operators of {@code $filter} that it supports
 * @param listed whether it can be filtered by {@code in}
 * @param ordered whether lists can be ordered by it
 * @param collection whether it has several values and is filtered by {@code any}
 */
public record Property<E>(
    String name,
    boolean onlyBeta,
    @Nullable Column<E> column,
    Set<Operator> operators,
    boolean listed,
    boolean ordered,
    boolean collection) {

  /** A property that is shown only. */
  public static <E> Property<E> shown(String name) {
    return new Property<>(name, false, null, Set.of(), false, false, false);
  }

  /** A property that only beta shows. */
  public static <E> Property<E> shownByBeta(String name) {
    return new Property<>(name, true, null, Set.of(), false, false, false);
  }

  /** A property that can be filtered by {@code operators}. */
  public static <E> Property<E> filtered(String name, Column<E> column, Operator... operators) {
    return new Property<>(name, false, column, Set.of(operators), false, false, false);
  }

  /** A property that lists can be ordered by. */
  public static <E> Property<E> ordered(String name, Column<E> column) {
    return new Property<>(name, false, column, Set.of(), false, true, false);
  }

  /** A collection of texts that is filtered by {@code any}; {@code hql} is an array. */
  public static <E> Property<E> anyOf(String name, String hql) {
    return new Property<>(
        name, false, Column.word(hql, entity -> name), Set.of(), false, false, true);
  }

  /** The same property; it can also be filtered by {@code in}. */
  public Property<E> orListed() {
    return new Property<>(name, onlyBeta, column, operators, true, ordered, collection);
  }

  /** The same property; lists can also be ordered by it. */
  public Property<E> orOrdered() {
    return new Property<>(name, onlyBeta, column, operators, listed, true, collection);
  }

  /** The supported filters in a form for messages: {@code status (eq, ne, in)}. */
  String filters() {
    if (collection) {
      return name + "/any(x:x eq '…')";
    }
    var words = new ArrayList<>(operators.stream().sorted().map(Operator::word).toList());
    words.addAll(listed ? List.of("in") : List.of());
    return name + " (" + String.join(", ", words) + ")";
  }
}
