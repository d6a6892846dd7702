package accessreviews.identity;

import accessreviews.identity.Privilege.Own;
import accessreviews.odata.reads.Condition;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import accessreviews.reviewers.Reviewing;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The caller of the request, and their rights. */
@RequestScoped
public class Caller {
  private static final UUID NOBODY = new UUID(0, 0);

  private final SecurityIdentity identity;
  private final RoleAssignments assignments;
  private final CallerNames names;
  private final Reviewing reviewing;
  private final ManagedGroups groups;
  private @Nullable Access access;
  private @Nullable Set<UUID> managed;

  Caller(
      SecurityIdentity identity,
      RoleAssignments assignments,
      CallerNames names,
      Reviewing reviewing,
      ManagedGroups groups) {
    this.identity = identity;
    this.assignments = assignments;
    this.names = names;
    this.reviewing = reviewing;
    this.groups = groups;
  }

  /** The caller as answers show them; the directory has the names that the token leaves out. */
  public UserIdentity identity() {
    var caller = token();
    var said =
        new UserIdentity(id(caller).toString(), caller.displayName(), caller.userPrincipalName());
    return caller.id() == null || caller.isNamed()
        ? said
        : names.of(caller.id()).map(said::completedBy).orElse(said);
  }

  /** Refuses callers without {@code privilege}, which the operation that they ask for requires. */
  void enter(Privilege privilege) {
    access = may(privilege);
  }

  /** The rows that the caller may reach by the operation, whose privilege was checked before. */
  public Access access() {
    if (access == null) {
      throw new IllegalStateException("The operation does not say what it @Requires.");
    }
    return access;
  }

  /**
   * The rows that the caller may reach with {@code privilege}; refuses callers without its
   * permission, and callers who reach no row with it.
   */
  public Access may(Privilege privilege) {
    var caller = token();
    requirePermission(
        caller.isApplication() ? privilege.application() : privilege.delegated(), caller);
    if (caller.isApplication()) {
      return new Access(privilege, privilege.right().kindsForApplications(), this, id(caller));
    }
    if (caller.id() == null) {
      throw notAuthorized();
    }
    var kinds = privilege.right().kindsFor(rolesFor(privilege, caller));
    if (privilege.right() != Right.NONE && kinds.isEmpty() && !mayOwn(privilege)) {
      throw notAuthorized();
    }
    return new Access(privilege, kinds, this, caller.id());
  }

  /** Whether the caller reaches rows by a role with {@code privilege}, or as owner of a group. */
  public boolean reaches(Privilege privilege) {
    var caller = token();
    return caller.id() != null
        && (!privilege.right().kindsFor(rolesFor(privilege, caller)).isEmpty()
            || (privilege.own().contains(Own.OWNED) && !managedGroups().isEmpty()));
  }

  /** Whether {@code privilege} is also for reviews of one's own, and the caller may have some. */
  private boolean mayOwn(Privilege privilege) {
    var own = privilege.own();
    return own.equals(Set.of(Own.OWNED)) ? !managedGroups().isEmpty() : !own.isEmpty();
  }

  /** The groups whose reviews the caller manages as their owner. */
  Set<UUID> managedGroups() {
    if (managed == null) {
      managed = groups.of(id(token()));
    }
    return managed;
  }

  /**
   * Whether {@code group}, an expression, is one of {@link #managedGroups()}. A list asks for them
   * first: only then can it take their reviews from an index. One resource is found by its id, and
   * needs no further statement.
   */
  Condition manages(String group, Privilege privilege) {
    if (privilege != Privilege.LIST) {
      return groups.has(group, id(token()));
    }
    return managedGroups().isEmpty()
        ? Condition.NEVER
        : Condition.of(
            "cast(sql('? = any(?)', " + group + ", :managed) as Boolean)",
            "managed",
            managedGroups().toArray(UUID[]::new));
  }

  Reviewing reviewing() {
    return reviewing;
  }

  /** Refuses users and applications whose token lacks {@code permission}. */
  public void requires(Permission permission) {
    requirePermission(permission, token());
  }

  private static void requirePermission(@Nullable Permission permission, CallerToken caller) {
    if (permission == null || caller.isPersonal() || !permission.isIn(caller.permissions())) {
      throw notAuthorized();
    }
  }

  private Set<DirectoryRole> rolesFor(Privilege privilege, CallerToken caller) {
    if (privilege.right() == Right.NONE) {
      return Set.of();
    }
    return DirectoryRole.of(
        caller.directoryRoles().orElseGet(() -> assignments.activeRolesOf(id(caller))));
  }

  private static UUID id(CallerToken caller) {
    return Objects.requireNonNullElse(caller.id(), NOBODY);
  }

  private CallerToken token() {
    var token = CheckedTokens.caller(identity);
    if (token == null) {
      throw new Refused(Refusal.NOT_AUTHENTICATED, null, "Access token is missing or not valid.");
    }
    return token;
  }

  /** The refusal for a caller who lacks a permission or a role. */
  public static Refused notAuthorized() {
    return new Refused(
        Refusal.NOT_AUTHORIZED, null, "Insufficient privileges to complete the operation.");
  }
}
