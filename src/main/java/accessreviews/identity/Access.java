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
import org.jspecify.annotations.Nullable;

/**
 * The rows that one caller may reach by one operation, as conditions. A row out of reach is not
 * found, so a refusal does not reveal whether it exists. {@code path} leads to the row in a query
 * and ends with a dot; it is empty for the row that the query is about.
 */
public final class Access {
  /**
   * The kinds of reviews that creators read. Reviews of Microsoft Entra roles need a directory role
   * (operations.md, 0).
   */
  private static final Set<ResourceKind> CREATORS_READ =
      Set.of(ResourceKind.GROUP_OR_APP, ResourceKind.ROLE_ASSIGNABLE_GROUP);

  /** The kind of reviews that owners of groups manage; not role-assignable groups. */
  private static final ResourceKind OWNERS_MANAGE = ResourceKind.GROUP_OR_APP;

  private final Privilege privilege;
  private final Set<ResourceKind> kinds;
  private final Caller of;
  private final UUID caller;

  Access(Privilege privilege, Set<ResourceKind> kinds, Caller of, UUID caller) {
    this.privilege = privilege;
    this.kinds = Set.copyOf(kinds);
    this.of = of;
    this.caller = caller;
  }

  /** Rows that the caller reaches because they review them, as {@code reviewed} finds them. */
  public Condition reviewed(BiFunction<Reviewing, UUID, Condition> reviewed) {
    return reachesReviewed() ? reviewed.apply(this.of.reviewing(), caller) : Condition.NEVER;
  }

  /** Whether the caller also reaches the reviews in which they are a reviewer. */
  public boolean reachesReviewed() {
    return privilege.own().contains(Own.REVIEWED);
  }

  /** The id of the caller, as creator and reviewer of reviews. */
  public UUID caller() {
    return caller;
  }

  /** Whether the caller has the right by an application permission or a directory role. */
  public boolean isByRole() {
    return !kinds.isEmpty();
  }

  /** Whether the right of the caller reaches resources of every kind. */
  public boolean reachesAll() {
    return kinds.size() == ResourceKind.values().length;
  }

  /** The kinds of resources that the right of the caller reaches. */
  public Set<ResourceKind> kinds() {
    return kinds;
  }

  /** Refuses a caller whose right does not reach resources of {@code kind}. */
  public void require(ResourceKind kind) {
    require(kind, null);
  }

  /**
   * Refuses a caller who reaches resources of {@code kind} neither by a role nor as the owner of
   * the {@code group}, if that is the only resource.
   */
  public void require(ResourceKind kind, @Nullable UUID group) {
    if (!kinds.contains(kind) && !owns(kind, group)) {
      throw Caller.notAuthorized();
    }
  }

  private boolean owns(ResourceKind kind, @Nullable UUID group) {
    return group != null
        && kind == OWNERS_MANAGE
        && privilege.own().contains(Own.OWNED)
        && of.managedGroups().contains(group);
  }

  /**
   * The refusal for an id outside the caller's reach: 404 for readers with a role and writers of
   * all kinds, 403 for everyone else, so that the answer does not reveal whether the id exists.
   */
  public Refused unreachable(Object id) {
    var mayKnow = privilege.writes() ? reachesAll() : isByRole();
    return mayKnow ? Guid.unknown(id) : Caller.notAuthorized();
  }

  /**
   * Rows that a role, having created them, or owning their group lets the caller reach; {@code
   * path} leads from a row to the review that it belongs to, and ends with a dot.
   */
  public Condition notAsReviewer(String path) {
    if (reachesAll()) {
      return Condition.ALWAYS;
    }
    var byKind =
        kinds.isEmpty() ? Condition.NEVER : Condition.of(path + "kind in (:kinds)", "kinds", kinds);
    var orOwned = byKind.or(owned(path));
    return privilege.own().contains(Own.CREATED)
        ? orOwned.or(
            new Condition(
                "%1$screatedById = :caller and %1$skind in (:ownKinds)".formatted(path),
                Map.of("caller", caller, "ownKinds", CREATORS_READ)))
        : orOwned;
  }

  /** Rows of reviews whose group the caller owns, where a role does not reach them anyway. */
  private Condition owned(String path) {
    if (!privilege.own().contains(Own.OWNED) || kinds.contains(OWNERS_MANAGE)) {
      return Condition.NEVER;
    }
    var managed = of.manages(path + "groupId", privilege);
    return managed.equals(Condition.NEVER)
        ? managed
        : managed.and(Condition.of(path + "kind = :owned", "owned", OWNERS_MANAGE));
  }

  /** Whether the caller reaches a series by a role, as its creator or as owner of its group. */
  public boolean reaches(ResourceKind kind, UUID createdBy, @Nullable UUID group) {
    return kinds.contains(kind)
        || owns(kind, group)
        || (privilege.own().contains(Own.CREATED)
            && CREATORS_READ.contains(kind)
            && createdBy.equals(caller));
  }
}
