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

  /** Refuses a caller whose right does not reach resources of {@code kind}. */
  public void require(ResourceKind kind) {
    if (!kinds.contains(kind)) {
      throw Caller.notAuthorized();
    }
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
   * Rows that a role, or having created them, lets the caller reach; {@code path} leads from a row
   * to the review that it belongs to, and ends with a dot.
   */
  public Condition byRoleOrCreation(String path) {
    if (reachesAll()) {
      return Condition.ALWAYS;
    }
    var byKind =
        kinds.isEmpty() ? Condition.NEVER : Condition.of(path + "kind in (:kinds)", "kinds", kinds);
    return privilege.own().contains(Own.CREATED)
        ? byKind.or(
            new Condition(
                "%1$screatedById = :caller and %1$skind in (:ownKinds)".formatted(path),
                Map.of("caller", caller, "ownKinds", CREATORS_READ)))
        : byKind;
  }

  /** Whether the caller reaches a series by a role or as its creator. */
  public boolean reaches(ResourceKind kind, UUID createdBy) {
    return kinds.contains(kind)
        || (privilege.own().contains(Own.CREATED)
            && CREATORS_READ.contains(kind)
            && createdBy.equals(caller));
  }
}
