package accessreviews.odata;

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
 * @param order what they are ordered by before their id
 * @param what the same for the check of a token: filter and order in their one spelling
 */
record CollectionQuery<E>(
    EntityType<E> type,
    Condition condition,
    Column<E> order,
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
        order.orElse(type.order()),
        options.orderBy().map(QueryOptions.Order::descending).orElse(false),
        options.filter().map(Object::toString).orElse("")
            + "\n"
            + options.orderBy().map(asked -> asked.toString()).orElse(""),
        options);
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
    return " order by " + order.hql() + direction + ", e.id" + direction;
  }

  /** The rows after {@code token}, all of them without one. */
  Condition after(@Nullable SkipToken token) {
    if (token == null) {
      return condition;
    }
    var key = order.parse().apply(token.key()).orElseThrow(SkipToken::refused);
    if (!Guid.is(token.id()) || !CleanText.isClean(token.key())) {
      throw SkipToken.refused();
    }
    var id = Guid.of(token.id());
    return condition.and(
        new Condition(
            "(%s, e.id) %s (:afterKey, :afterId)".formatted(order.hql(), descending ? "<" : ">"),
            Map.of("afterKey", stored(key), "afterId", id)));
  }

  /** Hibernate does not see inside of a row that an enum is stored by its name. */
  private static Object stored(Object key) {
    return key instanceof Enum<?> name ? name.name() : key;
  }

  /** The token of the page after {@code last}, of the collection at {@code path}. */
  String tokenAfter(E last, String path, long count) {
    return new SkipToken(
            count, type.id().apply(last).toString(), order.value().apply(last).toString())
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
