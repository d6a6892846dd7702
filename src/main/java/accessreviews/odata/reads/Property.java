package accessreviews.odata.reads;

import accessreviews.odata.query.Expression.Operator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
 * @param prefixed whether it is filtered by {@code startswith}
 * @param selectable its value for answers that show it only if it is selected; null if views have
 *     it
 */
public record Property<E>(
    String name,
    boolean onlyBeta,
    @Nullable Column<E> column,
    Set<Operator> operators,
    boolean listed,
    boolean ordered,
    boolean collection,
    boolean prefixed,
    @Nullable Function<E, ? extends @Nullable Object> selectable) {

  /** A property that is shown only. */
  public static <E> Property<E> shown(String name) {
    return new Property<>(name, false, null, Set.of(), false, false, false, false, null);
  }

  /** A property that only beta shows. */
  public static <E> Property<E> shownByBeta(String name) {
    return new Property<>(name, true, null, Set.of(), false, false, false, false, null);
  }

  /** A property that can be filtered by {@code operators}. */
  public static <E> Property<E> filtered(String name, Column<E> column, Operator... operators) {
    return new Property<>(name, false, column, Set.of(operators), false, false, false, false, null);
  }

  /** A property that lists can be ordered by. */
  public static <E> Property<E> ordered(String name, Column<E> column) {
    return new Property<>(name, false, column, Set.of(), false, true, false, false, null);
  }

  /** A collection of texts that is filtered by {@code any}; {@code hql} is an array. */
  public static <E> Property<E> anyOf(String name, String hql) {
    return new Property<>(
        name, false, Column.word(hql, entity -> name), Set.of(), false, false, true, false, null);
  }

  /** The same property; it can also be filtered by {@code in}. */
  public Property<E> orListed() {
    return new Property<>(
        name, onlyBeta, column, operators, true, ordered, collection, prefixed, selectable);
  }

  /** The same property; lists can also be ordered by it. */
  public Property<E> orOrdered() {
    return new Property<>(
        name, onlyBeta, column, operators, listed, true, collection, prefixed, selectable);
  }

  /** The same property; it can also be filtered by {@code startswith}. */
  public Property<E> orPrefixed() {
    return new Property<>(
        name, onlyBeta, column, operators, listed, ordered, collection, true, selectable);
  }

  /** The same property, in beta only. */
  public Property<E> onlyInBeta() {
    return new Property<>(
        name, true, column, operators, listed, ordered, collection, prefixed, selectable);
  }

  /** The same property; where views leave it out it is shown if it is selected. */
  public Property<E> orSelected(Function<E, ? extends @Nullable Object> value) {
    return new Property<>(
        name, onlyBeta, column, operators, listed, ordered, collection, prefixed, value);
  }

  /** Adds the selected property to {@code shown}, if the view has left it out. */
  void addTo(ObjectNode shown, E row, ObjectMapper json) {
    if (selectable != null && !shown.has(name)) {
      shown.set(name, json.valueToTree(selectable.apply(row)));
    }
  }

  /** The supported filters in a form for messages: {@code status (eq, ne, in)}. */
  String filters() {
    if (collection) {
      return name + "/any(x:x eq '…')";
    }
    var words = new ArrayList<>(operators.stream().sorted().map(Operator::word).toList());
    words.addAll(listed ? List.of("in") : List.of());
    words.addAll(prefixed ? List.of("startswith") : List.of());
    return name + " (" + String.join(", ", words) + ")";
  }
}
