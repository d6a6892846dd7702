package accessreviews.odata.reads;

import static java.util.stream.Collectors.joining;

import accessreviews.odata.Guid;
import accessreviews.odata.bodies.CleanText;
import accessreviews.odata.query.QueryOptions;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One read of a collection: its rows and their order. Whatever can be refused has been refused.
 *
 * @param condition the caller's filter, and the rows that the caller may see
 * @param order the columns that the rows are ordered by, before their id
 * @param what filter and order in canonical form, for the check of a {@code $skiptoken}
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
            .orElse(Condition.ALWAYS);
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

  /** The {@code order by} clause. The id is always last, so no two rows are equal. */
  String orderBy() {
    var direction = descending ? " desc" : "";
    return order.stream()
        .map(column -> column.hql() + direction + ", ")
        .collect(joining("", " order by ", "e.id" + direction));
  }

  /**
   * The rows after {@code token}, in parts that follow one another; all rows without a token. Rows
   * with the same first value as the token are a part of their own. If nearly all rows had that
   * value, PostgreSQL would expect few rows after it, and would read the table instead of the
   * index.
   */
  List<Condition> after(@Nullable SkipToken token) {
    if (token == null) {
      return List.of(condition);
    }
    var texts = token.keys(order.size());
    if (!Guid.is(token.id()) || !texts.stream().allMatch(CleanText::isClean)) {
      throw SkipToken.refused();
    }
    var last = order.getLast();
    var after =
        new Condition(
            "(%s, e.id)%s(%s, :afterId)".formatted(last.hql(), beyond(), last.bound("afterKey")),
            Map.of(
                "afterKey", stored(value(last, texts.getLast())), "afterId", Guid.of(token.id())));
    if (order.size() == 1) {
      return List.of(condition.and(after));
    }
    var first = order.getFirst();
    var value = value(first, texts.getFirst());
    var bound = first.bound("afterFirst");
    return List.of(
        condition.and(Condition.of(first.hql() + " = " + bound, "afterFirst", value)).and(after),
        condition.and(Condition.of(first.hql() + beyond() + bound, "afterFirst", value)));
  }

  private static Object value(Column<?> column, String text) {
    return column.parse().apply(text).orElseThrow(SkipToken::refused);
  }

  private String beyond() {
    return descending ? " < " : " > ";
  }

  /** Enums are stored by name, which Hibernate does not apply inside a row comparison. */
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

  /** The {@code $skiptoken} of the request, if it has one; refuses tokens of other collections. */
  @Nullable SkipToken token(String path) {
    return options.skipToken().map(text -> SkipToken.read(text, path + "\n" + what)).orElse(null);
  }

  /** The page of at most {@code most} rows; {@code rows} has one more if there is a next page. */
  static <E> List<E> cut(List<E> rows, int most) {
    return rows.size() > most ? rows.subList(0, most) : rows;
  }
}
