package accessreviews.identity;

import accessreviews.identity.Operation.Own;
import accessreviews.odata.Guid;
import accessreviews.odata.reads.Condition;
import accessreviews.refusal.Refused;
import accessreviews.reviewers.Reviewing;
import accessreviews.scopes.ResourceKind;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one caller may reach by one operation, as conditions on rows: what is out of reach is not
 * found, so that a refusal cannot say whether it exists. {@code path} leads to the row in a query
 * and ends with a dot; it is empty for the row that the query is about.
 */
public final class Access {
  /** Of Microsoft Entra roles a review is read by directory roles alone (operations.md, 0). */
  private static final ResourceKind CREATORS_READ = ResourceKind.GROUP_OR_APP;

  private final Operation operation;
  private final Set<ResourceKind> kinds;
  private final UUID caller;
  private final Reviewing reviewing;

  Access(Operation operation, Set<ResourceKind> kinds, UUID caller, Reviewing reviewing) {
    this.operation = operation;
    this.kinds = Set.copyOf(kinds);
    this.caller = caller;
    this.reviewing = reviewing;
  }

  /** Series within reach. */
  public Condition definitions(String path) {
    return byDefinition(path).or(reviewed(reviewing.definitions(path, caller)));
  }

  /** Instances within reach. */
  public Condition instances(String path) {
    return byDefinition(path + "definition.").or(reviewed(reviewing.instances(path, caller)));
  }

  /** Stages within reach. */
  public Condition stages(String path) {
    return byDefinition(path + "instance.definition.").or(reviewed(reviewing.stages(path, caller)));
  }

  /** Decisions within reach, but for those that only their reviewer reaches. */
  public Condition decisions(String path) {
    return byDefinition(path + "instance.definition.");
  }

  /** Whether the caller reaches what they review, too. */
  public boolean reachesReviewed() {
    return operation.own().contains(Own.REVIEWED);
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
    var mayKnow = operation.writes() ? reachesAll() : isByRole();
    return mayKnow ? Guid.unknown(id) : Caller.notAuthorized();
  }

  private Condition byDefinition(String path) {
    if (reachesAll()) {
      return Condition.NONE;
    }
    var byKind =
        kinds.isEmpty() ? Condition.NEVER : Condition.of(path + "kind in (:kinds)", "kinds", kinds);
    return operation.own().contains(Own.CREATED)
        ? byKind.or(
            new Condition(
                "%1$screatedById = :caller and %1$skind = :ownKind".formatted(path),
                Map.of("caller", caller, "ownKind", CREATORS_READ)))
        : byKind;
  }

  /** Whether a role, or having created it, lets the caller reach a series. */
  public boolean reaches(ResourceKind kind, UUID createdBy) {
    return kinds.contains(kind)
        || (operation.own().contains(Own.CREATED)
            && kind == CREATORS_READ
            && createdBy.equals(caller));
  }

  private Condition reviewed(Condition condition) {
    return reachesReviewed() ? condition : Condition.NEVER;
  }

  private boolean reachesAll() {
    return kinds.size() == ResourceKind.values().length;
  }
}
