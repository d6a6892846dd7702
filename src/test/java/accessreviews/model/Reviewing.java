package accessreviews.model;

import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who is named to review, and who stands in. */
record Reviewing(Who who, List<String> named, List<String> fallback) {
  /** The forms of reviewers. */
  enum Who {
    NAMED,
    MANAGER,
    MANAGER_AND_NAMED,
    SELF,
    OWNERS
  }

  /** The queries of the primary reviewers; those of {@code ./owners} follow the group. */
  String[] queries() {
    return switch (who) {
      case NAMED -> users(named);
      case MANAGER -> new String[] {"./manager"};
      case MANAGER_AND_NAMED -> new String[] {"./manager", users(named)[0]};
      case SELF -> new String[0];
      case OWNERS -> new String[] {"./owners"};
    };
  }

  String reviewersJson() {
    return Series.scopes(queries());
  }

  String fallbackJson() {
    return Series.scopes(users(fallback));
  }

  private static String[] users(List<String> names) {
    return names.stream().map(name -> "/users/" + Organisation.id(name)).toArray(String[]::new);
  }

  /** Whether {@code other} names the same, in whatever order. */
  boolean isThatOf(Reviewing other) {
    return Set.of(queries()).equals(Set.of(other.queries()))
        && Set.copyOf(fallback).equals(Set.copyOf(other.fallback));
  }

  boolean hasManager() {
    return who == Who.MANAGER || who == Who.MANAGER_AND_NAMED;
  }

  /** The list of primary reviewers as it is when somebody asks. */
  SortedSet<String> list(People people, String group) {
    return switch (who) {
      case NAMED -> new TreeSet<>(named);
      case MANAGER_AND_NAMED -> new TreeSet<>(named.subList(0, 1));
      case OWNERS -> new TreeSet<>(people.owners(group));
      case MANAGER, SELF -> new TreeSet<>();
    };
  }
}
