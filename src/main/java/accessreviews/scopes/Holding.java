package accessreviews.scopes;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How access is held: what in the directory gives it. */
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

  /** How one gets into a group. */
  enum Way {
    /** As a member of the group itself. */
    DIRECT,
    /** As a member of a group within the group, at whatever depth. */
    NESTED,
    /** As a member of a channel that the team shares. */
    SHARED_CHANNEL
  }

  /** Membership in any group, in the group itself. */
  record AnyGroup() implements Holding {}

  /** Assignment of an application, to the principal or to a group that the principal is in. */
  record AppAssignment() implements Holding {}

  /**
   * A directory role.
   *
   * @param active whether it counts where it is held now
   * @param eligible whether it counts where it can be activated
   * @param assignmentType of active roles, how they came about; empty where that does not matter
   */
  record Role(boolean active, boolean eligible, Optional<AssignmentType> assignmentType)
      implements Holding {}

  /** How an active role came about. */
  enum AssignmentType {
    Assigned,
    Activated
  }

  /** An assignment of an access package by the policy that is the resource. */
  record AccessPackage(UUID accessPackage, Optional<UUID> catalog) implements Holding {}
}
