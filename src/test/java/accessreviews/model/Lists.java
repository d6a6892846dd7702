package accessreviews.model;

import java.util.Collection;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who reviews one round of an instance, as it was resolved. */
record Lists(Reviewing reviewing, SortedSet<String> primary, SortedSet<String> fallback) {
  static Lists of(Reviewing reviewing, People people, String group) {
    return new Lists(reviewing, reviewing.list(people, group), new TreeSet<>(reviewing.fallback()));
  }

  /** Who is contacted for a round with {@code items}. */
  SortedSet<String> contacted(Collection<Item> items) {
    var all = new TreeSet<String>(primary);
    items.stream().map(Item::own).filter(Objects::nonNull).forEach(all::add);
    if (items.stream().anyMatch(Item::isOnFallback)) {
      all.addAll(fallback);
    }
    return all;
  }
}
