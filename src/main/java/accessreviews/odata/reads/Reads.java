package accessreviews.odata.reads;

import accessreviews.odata.ServiceRoot;
import accessreviews.odata.reads.Navigation.Derived;
import accessreviews.odata.reads.Navigation.ToMany;
import accessreviews.odata.reads.Navigation.ToOne;
import accessreviews.odata.reads.Shape.Expansion;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The read engine: answers reads of collections and of single resources, with their query options.
 */
@ApplicationScoped
public class Reads {
  private static final int DEFAULT_TOP = 100;
  private static final String REVIEWER = "(on='reviewer')";

  private final Rows rows;
  private final ObjectMapper json;
  private final List<Navigation<?, ?>> navigations;

  Reads(Rows rows, ObjectMapper json, @All List<Navigations> declared) {
    this.rows = rows;
    this.json = json;
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
  private static String collection(EntityType<?> type) {
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
            ? shown(shape, page, root).stream().map(one -> typed ? typed(type, one) : one).toList()
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
        root.context(path + shape.suffix()), all.size(), null, shown(shape, all, root));
  }

  /** The number of rows of a collection. */
  public <E> long count(EntityType<E> type, Condition visible, ODataRequest request) {
    var query = CollectionQuery.of(type, visible, request.options(), request.root().isBeta());
    return rows.count(type, query.condition());
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
    return answer.setAll(shown(shape, List.of(row), root).getFirst());
  }

  private <E> List<ObjectNode> shown(Shape<E> shape, List<E> shownRows, ServiceRoot root) {
    var nodes = new ArrayList<ObjectNode>(shownRows.size());
    for (var row : shownRows) {
      ObjectNode node = json.valueToTree(shape.type().view().apply(row, root));
      node.properties().removeIf(member -> !shape.shows(member.getKey()));
      nodes.add(node);
    }
    if (!shownRows.isEmpty()) {
      shape.expansions().forEach(expansion -> expand(expansion, shownRows, nodes, root));
    }
    return nodes;
  }

  private <P, C> void expand(
      Expansion<P, C> expansion, List<P> owners, List<ObjectNode> nodes, ServiceRoot root) {
    switch (expansion.navigation()) {
      case ToMany<P, C> many -> expandMany(expansion, many, owners, nodes, root);
      case ToOne<P, C> one -> expandOne(expansion, one, owners, nodes, root);
      case Derived<P, C> derived -> {
        for (var i = 0; i < owners.size(); i++) {
          var owner = owners.get(i);
          nodes
              .get(i)
              .put(
                  derived.name() + "@odata.context",
                  root.context(derived.path().apply(owner) + expansion.shape().suffix()))
              .putArray(derived.name())
              .addAll(shown(expansion.shape(), derived.members().apply(owner), root));
        }
      }
    }
  }

  private <P, C> void expandOne(
      Expansion<P, C> expansion,
      ToOne<P, C> navigation,
      List<P> owners,
      List<ObjectNode> nodes,
      ServiceRoot root) {
    var ids =
        owners.stream()
            .map(navigation.target())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var targets = rows.withIds(navigation.to(), ids, expansion.query().condition());
    var shownTargets = shown(expansion.shape(), targets, root);
    var byId = new HashMap<UUID, ObjectNode>();
    for (var i = 0; i < targets.size(); i++) {
      byId.put(navigation.to().id().apply(targets.get(i)), shownTargets.get(i));
    }
    for (var i = 0; i < owners.size(); i++) {
      nodes.get(i).set(navigation.name(), byId.get(navigation.target().apply(owners.get(i))));
    }
  }

  private <P, C> void expandMany(
      Expansion<P, C> expansion,
      ToMany<P, C> navigation,
      List<P> owners,
      List<ObjectNode> nodes,
      ServiceRoot root) {
    var query = expansion.query();
    var most = query.options().top().orElse(DEFAULT_TOP);
    var ids = owners.stream().map(navigation.from().id()).toList();
    var found = rows.firstOfEach(navigation, ids, query, most + 1);
    var counts =
        query.options().count() ? rows.countOfEach(navigation, ids, query.condition()) : null;
    var all =
        ids.stream()
            .flatMap(id -> CollectionQuery.cut(found.getOrDefault(id, List.of()), most).stream())
            .toList();
    var shownChildren = shown(expansion.shape(), all, root).iterator();
    for (var i = 0; i < owners.size(); i++) {
      var path = navigation.path().apply(owners.get(i));
      var children = found.getOrDefault(ids.get(i), List.<C>of());
      var page = CollectionQuery.cut(children, most);
      var node = nodes.get(i);
      node.put(
          navigation.name() + "@odata.context", root.context(path + expansion.shape().suffix()));
      if (counts != null) {
        node.put(navigation.name() + "@odata.count", counts.getOrDefault(ids.get(i), 0L));
      }
      if (children.size() > most) {
        var onlyOwn = navigation.onlyOwn().test(owners.get(i));
        node.put(
            navigation.name() + "@odata.nextLink",
            NextLink.of(
                root.url()
                    + "/"
                    + path.replaceAll("\\('([^']*)'\\)", "/$1")
                    + (onlyOwn ? "/filterByCurrentUser" + REVIEWER : ""),
                query.options().texts(),
                query.tokenAfter(page.getLast(), onlyOwn ? collection(query.type()) : path, -1)));
      }
      var array = node.putArray(navigation.name());
      page.forEach(child -> array.add(shownChildren.next()));
    }
  }
}
