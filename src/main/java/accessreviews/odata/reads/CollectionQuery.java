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

  /**
   * The rows after {@code token}, all of them without one; one part after the other. Rows that have
   * the value of the token are a part of their own: where almost all have it, the database would
   * expect next to none after it, and would rather read the table than an index.
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
            "(%s, e.id)%s(:afterKey, :afterId)".formatted(last.hql(), beyond()),
            Map.of(
                "afterKey", stored(value(last, texts.getLast())), "afterId", Guid.of(token.id())));
    if (order.size() == 1) {
      return List.of(condition.and(after));
    }
    var first = order.getFirst();
    var value = value(first, texts.getFirst());
    return List.of(
        condition.and(Condition.of(first.hql() + " = :afterFirst", "afterFirst", value)).and(after),
        condition.and(Condition.of(first.hql() + beyond() + ":afterFirst", "afterFirst", value)));
  }

  private static Object value(Column<?> column, String text) {
    return column.parse().apply(text).orElseThrow(SkipToken::refused);
  }

  private String beyond() {
    return descending ? " < " : " > ";
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
