package accessreviews.scopes;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The kind of access that a principal holds in the directory. */
public sealed interface Holding {
  /** Membership in a group, in any of {@code ways}. */
  record Membership(Set<Way> ways) implements Holding {
    public Membership {
      ways = Set.copyOf(ways);
    }

    static Membership of(Way... ways) {
      return new Membership(Set.of(ways));
    }
  }

  /** The ways into a group. */
  enum Way {
    /** As a member of the group itself. */
    DIRECT,
    /** As a member of a group within the group, at any depth. */
    NESTED,
    /** As a member of a channel that the team shares. */
    SHARED_CHANNEL
  }

  /** Direct membership in any group. */
  record AnyGroup() implements Holding {}

  /** Assignment of an application, to the principal or to a group that the principal is in. */
  record AppAssignment() implements Holding {}

  /**
   * A directory role.
   *
   * @param active whether active assignments count
   * @param eligible whether eligible assignments count
   * @param assignmentType the origin of active assignments; empty for any
   */
  record Role(boolean active, boolean eligible, Optional<AssignmentType> assignmentType)
      implements Holding {}

  /** The origin of an active role. */
  enum AssignmentType {
    Assigned,
    Activated
  }

  /** An assignment of an access package by the policy that is the resource. */
  record AccessPackage(UUID accessPackage, Optional<UUID> catalog) implements Holding {}
}
