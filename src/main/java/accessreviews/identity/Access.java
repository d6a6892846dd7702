package accessreviews.identity;

import accessreviews.identity.Privilege.Own;
import accessreviews.odata.Guid;
import accessreviews.odata.reads.Condition;
import accessreviews.refusal.Refused;
import accessreviews.reviewers.Reviewing;
import accessreviews.scopes.ResourceKind;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * What one caller may reach by one privilege, as conditions on rows: what is out of reach is not
 * found, so that a refusal cannot say whether it exists.
 */
public final class Access {
  /** Of Microsoft Entra roles a review is read by directory roles alone (operations.md, 0). */
  private static final ResourceKind CREATORS_READ = ResourceKind.GROUP_OR_APP;

  private final Privilege privilege;
  private final Set<ResourceKind> kinds;
  private final UUID caller;
  private final Reviewing reviewing;

  Access(Privilege privilege, Set<ResourceKind> kinds, UUID caller, Reviewing reviewing) {
    this.privilege = privilege;
    this.kinds = Set.copyOf(kinds);
    this.caller = caller;
    this.reviewing = reviewing;
  }

  /** Rows that the caller reaches because they review them, as {@code of} finds them. */
  public Condition reviewed(BiFunction<Reviewing, UUID, Condition> of) {
    return reachesReviewed() ? of.apply(reviewing, caller) : Condition.NEVER;
  }

  /** Whether the caller reaches what they review, too. */
  public boolean reachesReviewed() {
    return privilege.own().contains(Own.REVIEWED);
  }

  /** Who calls, as the creator and reviewer of reviews. */
  public UUID caller() {
    return caller;
  }

  /** Whether an application permission or a directory role lets the caller in. */
  public boolean isByRole() {
    return !kinds.isEmpty();
  }

  /** Refuses to write a review of {@code kind} without a role for it. */
  public void require(ResourceKind kind) {
    if (!kinds.contains(kind)) {
      throw Caller.notAuthorized();
    }
  }

  /**
   * Why {@code id} is refused that nothing within reach has. A reader with a role is told that
   * nothing is there; who may not write everything that could be there is told no more than that.
   */
  public Refused unreachable(Object id) {
    var mayKnow = privilege.writes() ? reachesAll() : isByRole();
    return mayKnow ? Guid.unknown(id) : Caller.notAuthorized();
  }

  /**
   * Rows that a role, or having created them, lets the caller reach; {@code path} leads from a row
   * to the review that it belongs to, and ends with a dot.
   */
  public Condition byRoleOrCreation(String path) {
    if (reachesAll()) {
      return Condition.NONE;
    }
    var byKind =
        kinds.isEmpty() ? Condition.NEVER : Condition.of(path + "kind in (:kinds)", "kinds", kinds);
    return privilege.own().contains(Own.CREATED)
        ? byKind.or(
            new Condition(
                "%1$screatedById = :caller and %1$skind = :ownKind".formatted(path),
                Map.of("caller", caller, "ownKind", CREATORS_READ)))
        : byKind;
  }

  /** Whether a role, or having created it, lets the caller reach a series. */
  public boolean reaches(ResourceKind kind, UUID createdBy) {
    return kinds.contains(kind)
        || (privilege.own().contains(Own.CREATED)
            && kind == CREATORS_READ
            && createdBy.equals(caller));
  }

  private boolean reachesAll() {
    return kinds.size() == ResourceKind.values().length;
  }
}
