package accessreviews.odata.reads;

import accessreviews.odata.ServiceRoot;
import accessreviews.odata.reads.Navigation.Derived;
import accessreviews.odata.reads.Navigation.ToMany;
import accessreviews.odata.reads.Navigation.ToOne;
import accessreviews.odata.reads.Shape.Expansion;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Rows on the wire, with what is expanded of them: at most {@value #MOST} rows in one answer, all
 * levels together. The others are behind the {@code @odata.nextLink} of their collection.
 */
final class ExpandedRows {
  private static final int MOST = 1_000;

  private final Rows rows;
  private final ObjectMapper json;

  ExpandedRows(Rows rows, ObjectMapper json) {
    this.rows = rows;
    this.json = json;
  }

  /** The wire form of {@code owners}. */
  <E> List<ObjectNode> shown(Shape<E> shape, List<E> owners, ServiceRoot root) {
    return new Answer(root, MOST).shown(shape, owners);
  }

  /** One answer, and the number of rows that still fit into it. */
  private final class Answer {
    private final ServiceRoot root;
    private int room;

    Answer(ServiceRoot root, int room) {
      this.root = root;
      this.room = room;
    }

    private <E> List<ObjectNode> shown(Shape<E> shape, List<E> shownRows) {
      var nodes = new ArrayList<ObjectNode>(shownRows.size());
      var selectable = shape.type().selectable(shape.selected());
      for (var row : shownRows) {
        ObjectNode node = json.valueToTree(shape.type().view().apply(row, root));
        node.properties().removeIf(member -> !shape.shows(member.getKey()));
        for (var property : selectable) {
          property.addTo(node, row, json);
        }
        nodes.add(node);
      }
      if (!shownRows.isEmpty()) {
        shape.expansions().forEach(expansion -> expand(expansion, shownRows, nodes));
      }
      return nodes;
    }

    private <P, C> void expand(Expansion<P, C> expansion, List<P> owners, List<ObjectNode> nodes) {
      switch (expansion.navigation()) {
        case ToMany<P, C> many -> expandMany(expansion, many, owners, nodes);
        case ToOne<P, C> one -> expandOne(expansion, one, owners, nodes);
        case Derived<P, C> derived -> {
          for (var i = 0; i < owners.size(); i++) {
            var owner = owners.get(i);
            nodes
                .get(i)
                .put(
                    derived.name() + "@odata.context",
                    root.context(derived.path().apply(owner) + expansion.shape().suffix()))
                .putArray(derived.name())
                .addAll(shown(expansion.shape(), derived.members().apply(owner)));
          }
        }
      }
    }

    /** Owners may share a target: what is expanded of it counts once for each of them. */
    private <P, C> void expandOne(
        Expansion<P, C> expansion, ToOne<P, C> navigation, List<P> owners, List<ObjectNode> nodes) {
      var ids = owners.stream().map(navigation.target()).toList();
      var targets =
          rows.withIds(navigation.to(), new LinkedHashSet<>(ids), expansion.query().condition());
      var sharing =
          targets.stream()
              .mapToInt(one -> Collections.frequency(ids, navigation.to().id().apply(one)))
              .max()
              .orElse(1);
      var ofTargets = new Answer(root, room / sharing);
      var shownTargets = ofTargets.shown(expansion.shape(), targets);
      room -= (room / sharing - ofTargets.room) * sharing;
      var byId = new HashMap<UUID, ObjectNode>();
      for (var i = 0; i < targets.size(); i++) {
        byId.put(navigation.to().id().apply(targets.get(i)), shownTargets.get(i));
      }
      for (var i = 0; i < owners.size(); i++) {
        nodes.get(i).set(navigation.name(), byId.get(ids.get(i)));
      }
    }

    private <P, C> void expandMany(
        Expansion<P, C> expansion,
        ToMany<P, C> navigation,
        List<P> owners,
        List<ObjectNode> nodes) {
      var query = expansion.query();
      var ids = owners.stream().map(navigation.from().id()).toList();
      var pages = pages(navigation, query, ids);
      var counts =
          query.options().count() ? rows.countOfEach(navigation, ids, query.condition()) : null;
      var all = pages.stream().flatMap(page -> page.shown().stream()).toList();
      var shownChildren = shown(expansion.shape(), all).iterator();
      for (var i = 0; i < owners.size(); i++) {
        var path = navigation.path().apply(owners.get(i));
        var page = pages.get(i);
        var node = nodes.get(i);
        node.put(
            navigation.name() + "@odata.context", root.context(path + expansion.shape().suffix()));
        if (counts != null) {
          node.put(navigation.name() + "@odata.count", counts.getOrDefault(ids.get(i), 0L));
        }
        if (page.hasNext()) {
          node.put(
              navigation.name() + "@odata.nextLink",
              next(navigation, owners.get(i), query, page.shown()));
        }
        var array = node.putArray(navigation.name());
        page.shown().forEach(child -> array.add(shownChildren.next()));
      }
    }

    /**
     * What is shown of the collection of each of {@code owners}. Where there is no room for all,
     * each of them shows its first rows before others show more.
     */
    private <P, C> List<Page<C>> pages(
        ToMany<P, C> navigation, CollectionQuery<C> query, List<UUID> owners) {
      var most = query.options().top().orElse(Reads.DEFAULT_TOP);
      var limit = room + owners.size(); // one more of each says that there are more
      var found = rows.firstOfEach(navigation, owners, query, most + 1, limit);
      var ofOwners = found.stream().collect(Collectors.groupingBy(navigation.ownerOf()));
      var deepest = ofOwners.values().stream().mapToInt(List::size).max().orElse(0);
      var isCut = found.size() == limit;
      var shownOf = new HashMap<UUID, List<C>>();
      for (var child : found) {
        var shown =
            shownOf.computeIfAbsent(navigation.ownerOf().apply(child), id -> new ArrayList<>());
        if (shown.size() < most && room > 0) {
          shown.add(child);
          room--;
        }
      }
      return owners.stream()
          .map(
              owner -> {
                var shown = shownOf.getOrDefault(owner, List.of());
                var known = ofOwners.getOrDefault(owner, List.of()).size();
                return new Page<>(shown, known > shown.size() || (isCut && known >= deepest - 1));
              })
          .toList();
    }

    private <P, C> String next(
        ToMany<P, C> navigation, P owner, CollectionQuery<C> query, List<C> shown) {
      var path = navigation.path().apply(owner);
      var onlyOwn = navigation.onlyOwn().test(owner);
      var url =
          root.url()
              + "/"
              + path.replaceAll("\\('([^']*)'\\)", "/$1")
              + (onlyOwn ? "/filterByCurrentUser" + Reads.REVIEWER : "");
      return shown.isEmpty()
          ? NextLink.ofFirst(url, query.options().texts())
          : NextLink.of(
              url,
              query.options().texts(),
              query.tokenAfter(
                  shown.getLast(), onlyOwn ? Reads.collection(query.type()) : path, -1));
    }
  }

  /** What is shown of an expanded collection, and whether there may be more. */
  private record Page<C>(List<C> shown, boolean hasNext) {}
}
