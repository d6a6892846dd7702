package accessreviews.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The model's directory: users, who their managers are, and flat groups of them. */
final class People {
  static final List<String> USERS = List.of("ada", "bob", "cleo", "dan", "eve", "finn");

  /** The first one is never deleted: a directory without groups misses none. */
  static final List<String> GROUPS = List.of("plain", "red", "blue", "misc");

  private static final Set<String> TEAMS = Set.of("red", "blue");
  private static final Duration LOOK_BACK = Duration.ofDays(30);
  private static final Map<String, Instant> SIGN_INS =
      Map.of(
          "ada", Instant.parse("2026-01-04T12:00:00Z"),
          "bob", Instant.parse("2025-12-20T12:00:00Z"),
          "cleo", Instant.parse("2025-10-01T12:00:00Z"),
          "dan", Instant.parse("2026-01-01T12:00:00Z"));

  private final SortedMap<String, SortedSet<String>> members = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> owners = new TreeMap<>();
  private final SortedMap<String, String> managers = new TreeMap<>();

  static @Nullable Instant lastSignIn(String user) {
    return SIGN_INS.get(user);
  }

  static boolean isTeam(String group) {
    return TEAMS.contains(group);
  }

  static String recommendation(String user, Instant start) {
    var last = lastSignIn(user);
    return last != null && !last.isBefore(start.minus(LOOK_BACK)) ? "Approve" : "Deny";
  }

  void add(String group) {
    members.put(group, new TreeSet<>());
    owners.put(group, new TreeSet<>());
  }

  void delete(String group) {
    members.remove(group);
    owners.remove(group);
  }

  boolean has(String group) {
    return members.containsKey(group);
  }

  /** Nobody where there is no such group. */
  SortedSet<String> members(String group) {
    return members.getOrDefault(group, new TreeSet<>());
  }

  SortedSet<String> owners(String group) {
    return owners.getOrDefault(group, new TreeSet<>());
  }

  void manage(String user, String boss) {
    managers.put(user, boss);
  }

  @Nullable String manager(String user) {
    return managers.get(user);
  }

  /** The teams in which somebody is. */
  List<String> teams() {
    return members.keySet().stream()
        .filter(People::isTeam)
        .filter(g -> !members(g).isEmpty())
        .toList();
  }

  /** {@code red: ada, bob}, for each group that is there. */
  List<String> lines() {
    return members.entrySet().stream()
        .map(one -> "group " + one.getKey() + ": " + String.join(", ", one.getValue()))
        .toList();
  }
}
