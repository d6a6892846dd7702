package accessreviews.odata.reads;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The read engine: answers reads of collections and of single resources, with their query options.
 */
@ApplicationScoped
public class Reads {
  static final int DEFAULT_TOP = 100;

  /** How the function for the signed-in user is called. */
  static final String REVIEWER = "(on='reviewer')";

  private final Rows rows;
  private final ObjectMapper json;
  private final ExpandedRows expanded;
  private final List<Navigation<?, ?>> navigations;

  Reads(Rows rows, ObjectMapper json, @All List<Navigations> declared) {
    this.rows = rows;
    this.json = json;
    this.expanded = new ExpandedRows(rows, json);
    this.navigations =
        declared.stream()
            .<Navigation<?, ?>>flatMap(feature -> feature.declared().stream())
            .toList();
  }

  /**
   * The page of a collection that {@code request} asks for.
   *
   * @param path the path of the collection, as {@code @odata.context} names it
   * @param visible the rows of the collection that the caller may see
   */
  public <E> Listing list(
      EntityType<E> type, String path, Condition visible, ODataRequest request) {
    return list(type, path, visible, request, false);
  }

  /**
   * The page of {@code filterByCurrentUser(on='reviewer')}. Each row has its {@code @odata.type},
   * and the next page is a page of the same function.
   *
   * @param own the rows that the signed-in user reviews
   */
  public <E> Listing filterByCurrentUser(EntityType<E> type, Condition own, ODataRequest request) {
    var called = new ODataRequest(request.root(), request.url() + REVIEWER, request.options());
    return list(type, collection(type), own, called, true);
  }

  /** The context of a collection without a path of its own. */
  static String collection(EntityType<?> type) {
    return "Collection(" + type.name() + ")";
  }

  private <E> Listing list(
      EntityType<E> type, String path, Condition visible, ODataRequest request, boolean typed) {
    var root = request.root();
    var options = request.options();
    var query = CollectionQuery.of(type, visible, options, root.isBeta());
    var shape = Shape.of(type, options, navigations, root.isBeta());
    var token = query.token(path);
    var top = options.top().orElse(DEFAULT_TOP);
    if (!shape.expansions().isEmpty()) {
      top = Math.min(top, DEFAULT_TOP); // each of them brings up to as many again
    }
    var skip = token == null ? options.skip() : 0;
    var found = rows.page(query, query.after(token), skip, top + 1);
    var page = CollectionQuery.cut(found, top);
    var isLast = found.size() <= top;
    long count;
    if (token != null && token.count() >= 0) {
      count = token.count();
    } else if (token == null && isLast && (skip == 0 || !page.isEmpty())) {
      count = (long) skip + page.size();
    } else {
      count = rows.count(type, query.condition());
    }
    return new Listing(
        root.context(path + shape.suffix()),
        count,
        isLast
            ? null
            : NextLink.of(
                request.url(), options.texts(), query.tokenAfter(page.getLast(), path, count)),
        options.shape() || typed
            ? expanded.shown(shape, page, root).stream()
                .map(one -> typed ? typed(type, one) : one)
                .toList()
            : page.stream().map(row -> type.view().apply(row, root)).toList());
  }

  private ObjectNode typed(EntityType<?> type, ObjectNode shown) {
    var typed = json.createObjectNode().put("@odata.type", "#microsoft.graph." + type.name());
    return typed.setAll(shown);
  }

  /** The whole of a collection that is not stored. */
  public <E> Listing members(EntityType<E> type, String path, List<E> all, ODataRequest request) {
    var root = request.root();
    var shape = Shape.of(type, request.options(), navigations, root.isBeta());
    return new Listing(
        root.context(path + shape.suffix()), all.size(), null, expanded.shown(shape, all, root));
  }

  /** The number of rows of a collection. */
  public <E> long count(EntityType<E> type, Condition visible, ODataRequest request) {
    var query = CollectionQuery.of(type, visible, request.options(), request.root().isBeta());
    return rows.count(type, query.condition());
  }

  /**
   * The ids of the rows of a collection, in their order: at most {@code most} after {@code after},
   * the first ones where that is null.
   */
  public <E> List<UUID> ids(
      EntityType<E> type, Condition visible, ODataRequest request, @Nullable UUID after, int most) {
    var query = CollectionQuery.of(type, visible, request.options(), request.root().isBeta());
    var next = after == null ? Condition.ALWAYS : Condition.of("e.id > :afterId", "afterId", after);
    return rows.ids(type, query.condition().and(next), most);
  }

  /** The number of rows that fulfil {@code condition}. */
  public <E> long count(EntityType<E> type, Condition condition) {
    return rows.count(type, condition);
  }

  /** The only row that fulfils {@code condition}. */
  public <E> Optional<E> one(EntityType<E> type, Condition condition) {
    return rows.one(type, condition);
  }

  /**
   * One resource.
   *
   * @param set the path of the collection that contains it, as {@code @odata.context} names it
   * @param whole its wire form with all properties
   */
  public <E> Object entity(
      EntityType<E> type, E row, String set, Function<E, Object> whole, ODataRequest request) {
    var root = request.root();
    var shape = Shape.of(type, request.options(), navigations, root.isBeta());
    if (!request.options().shape()) {
      return whole.apply(row);
    }
    var answer = json.createObjectNode();
    answer.put("@odata.context", root.context(set + shape.suffix() + "/$entity"));
    return answer.setAll(expanded.shown(shape, List.of(row), root).getFirst());
  }
}
