package accessreviews.odata;

import static java.util.stream.Collectors.joining;

import accessreviews.odata.query.QueryOptions;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of one collection, with everything that can be refused already refused.
 *
 * @param condition what its rows fulfil, the caller's filter and what the caller may see
 * @param order what they are ordered by before their id, in this order
 * @param what the same for the check of a token: filter and order in their one spelling
 */
record CollectionQuery<E>(
    EntityType<E> type,
    Condition condition,
    List<Column<E>> order,
    boolean descending,
    String what,
    QueryOptions options) {
  private static final String OPTION = "$orderby";

  static <E> CollectionQuery<E> of(
      EntityType<E> type, Condition condition, QueryOptions options, boolean beta) {
    var filter =
        options
            .filter()
            .map(asked -> new FilterConditions<>(type, beta).of(asked))
            .orElse(Condition.NONE);
    var order = options.orderBy().map(asked -> column(type, asked.property(), beta));
    return new CollectionQuery<>(
        type,
        condition.and(filter),
        order.map(first -> inOrder(first, type.next())).orElse(List.of(type.order())),
        options.orderBy().map(QueryOptions.Order::descending).orElse(false),
        options.filter().map(Object::toString).orElse("")
            + "\n"
            + options.orderBy().map(asked -> asked.toString()).orElse(""),
        options);
  }

  private static <E> List<Column<E>> inOrder(Column<E> first, @Nullable Column<E> next) {
    return next == null || next.equals(first) ? List.of(first) : List.of(first, next);
  }

  private static <E> Column<E> column(EntityType<E> type, String name, boolean beta) {
    var property = type.property(OPTION, name, beta);
    var column = property.column();
    if (column == null || !property.ordered()) {
      throw new Refused(
          Refusal.INVALID_QUERY_OPTION,
          OPTION,
          "The property '%s' cannot be ordered by on type 'microsoft.graph.%s'; these can: %s."
              .formatted(name, type.name(), orderable(type)));
    }
    return column;
  }

  private static <E> String orderable(EntityType<E> type) {
    return String.join(
        ", ", type.properties().stream().filter(Property::ordered).map(Property::name).toList());
  }

  /** The clause that orders, the id always last: no two rows are equal. */
  String orderBy() {
    var direction = descending ? " desc" : "";
    return order.stream()
        .map(column -> column.hql() + direction + ", ")
        .collect(joining("", " order by ", "e.id" + direction));
  }

  /** The rows after {@code token}, all of them without one. */
  Condition after(@Nullable SkipToken token) {
    if (token == null) {
      return condition;
    }
    var keys = token.keys(order.size());
    if (!Guid.is(token.id()) || !keys.stream().allMatch(CleanText::isClean)) {
      throw SkipToken.refused();
    }
    var left = new StringJoiner(", ", "(", ", e.id)");
    var right = new StringJoiner(", ", "(", ", :afterId)");
    var values = new HashMap<String, Object>(Map.of("afterId", Guid.of(token.id())));
    for (var i = 0; i < order.size(); i++) {
      var key = order.get(i).parse().apply(keys.get(i)).orElseThrow(SkipToken::refused);
      left.add(order.get(i).hql());
      right.add(":after" + i);
      values.put("after" + i, stored(key));
    }
    return condition.and(new Condition(left + (descending ? " < " : " > ") + right, values));
  }

  /** Hibernate does not see inside of a row that an enum is stored by its name. */
  private static Object stored(Object key) {
    return key instanceof Enum<?> name ? name.name() : key;
  }

  /** The token of the page after {@code last}, of the collection at {@code path}. */
  String tokenAfter(E last, String path, long count) {
    return new SkipToken(
            count,
            type.id().apply(last).toString(),
            SkipToken.key(
                order.stream().map(column -> column.value().apply(last).toString()).toList()))
        .text(path + "\n" + what);
  }

  /** The token that was sent, if one was; refuses those of other collections. */
  @Nullable SkipToken token(String path) {
    return options.skipToken().map(text -> SkipToken.read(text, path + "\n" + what)).orElse(null);
  }

  /** The page of at most {@code most} of {@code rows}, of which one more was read. */
  static <E> List<E> cut(List<E> rows, int most) {
    return rows.size() > most ? rows.subList(0, most) : rows;
  }
}
