package accessreviews.notifications.arrival;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One mail.
 *
 * @param kind as the column {@code kind} has it
 * @param reviews the instances to which it leads: {@code All teams/2026-01-05/red}
 */
record Notice(String address, String kind, boolean german, Set<String> reviews)
    implements Comparable<Notice> {
  Notice {
    reviews = new TreeSet<>(reviews);
  }

  static Notice to(String name, String kind, Stream<String> reviews) {
    return new Notice(
        Enterprise.address(name).orElseThrow(),
        kind,
        Enterprise.readsGerman(name),
        reviews.collect(Collectors.toSet()));
  }

  @Override
  public int compareTo(Notice other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return "%s to %s (%s): %s".formatted(kind, address, german ? "de" : "en", reviews);
  }
}
