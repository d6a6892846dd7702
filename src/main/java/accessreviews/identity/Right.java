package accessreviews.identity;

import static accessreviews.identity.DirectoryRole.GLOBAL_ADMINISTRATOR;
import static accessreviews.identity.DirectoryRole.GLOBAL_READER;
import static accessreviews.identity.DirectoryRole.IDENTITY_GOVERNANCE_ADMINISTRATOR;
import static accessreviews.identity.DirectoryRole.PRIVILEGED_ROLE_ADMINISTRATOR;
import static accessreviews.identity.DirectoryRole.SECURITY_ADMINISTRATOR;
import static accessreviews.identity.DirectoryRole.SECURITY_READER;
import static accessreviews.identity.DirectoryRole.USER_ADMINISTRATOR;

import accessreviews.scopes.ResourceKind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a signed-in user needs a directory role for: the roles that give it, by the kind of resource
 * that is reviewed (seeds, "Permissions"; operations.md, "Common rules").
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets are unmodifiable
public enum Right {
  READ(
      EnumSet.of(
          GLOBAL_ADMINISTRATOR,
          GLOBAL_READER,
          SECURITY_READER,
          SECURITY_ADMINISTRATOR,
          USER_ADMINISTRATOR,
          IDENTITY_GOVERNANCE_ADMINISTRATOR),
      EnumSet.of(
          GLOBAL_ADMINISTRATOR,
          GLOBAL_READER,
          SECURITY_READER,
          SECURITY_ADMINISTRATOR,
          USER_ADMINISTRATOR,
          IDENTITY_GOVERNANCE_ADMINISTRATOR,
          PRIVILEGED_ROLE_ADMINISTRATOR),
      EnumSet.of(
          GLOBAL_ADMINISTRATOR,
          SECURITY_READER,
          SECURITY_ADMINISTRATOR,
          IDENTITY_GOVERNANCE_ADMINISTRATOR,
          PRIVILEGED_ROLE_ADMINISTRATOR)),
  WRITE(
      EnumSet.of(GLOBAL_ADMINISTRATOR, USER_ADMINISTRATOR, IDENTITY_GOVERNANCE_ADMINISTRATOR),
      EnumSet.of(GLOBAL_ADMINISTRATOR, PRIVILEGED_ROLE_ADMINISTRATOR),
      EnumSet.of(
          GLOBAL_ADMINISTRATOR, IDENTITY_GOVERNANCE_ADMINISTRATOR, PRIVILEGED_ROLE_ADMINISTRATOR)),
  /** To read what tells of all reviews at once: the roles that read reviews of every kind. */
  AUDIT(
      EnumSet.of(
          GLOBAL_ADMINISTRATOR,
          SECURITY_READER,
          SECURITY_ADMINISTRATOR,
          IDENTITY_GOVERNANCE_ADMINISTRATOR)),
  /** Changes of users and applications in the built-in directory (contract, "Callers"). */
  MANAGE_DIRECTORY(EnumSet.of(GLOBAL_ADMINISTRATOR, USER_ADMINISTRATOR)),
  /** Changes of groups in the built-in directory, by the kind of the group. */
  MANAGE_GROUPS(
      EnumSet.of(GLOBAL_ADMINISTRATOR, USER_ADMINISTRATOR),
      EnumSet.of(GLOBAL_ADMINISTRATOR, PRIVILEGED_ROLE_ADMINISTRATOR),
      EnumSet.of(GLOBAL_ADMINISTRATOR, PRIVILEGED_ROLE_ADMINISTRATOR)),
  /** Files of the built-in directory: all but what they say of role-assignable groups. */
  IMPORT(
      EnumSet.of(GLOBAL_ADMINISTRATOR, USER_ADMINISTRATOR),
      EnumSet.of(GLOBAL_ADMINISTRATOR),
      EnumSet.of(GLOBAL_ADMINISTRATOR)),
  /** Changes of roles and of their holders in the built-in directory. */
  MANAGE_ROLES(EnumSet.of(GLOBAL_ADMINISTRATOR, PRIVILEGED_ROLE_ADMINISTRATOR)),
  /** The policy of access reviews (contract, "Callers"). */
  MANAGE_POLICY(EnumSet.of(GLOBAL_ADMINISTRATOR, IDENTITY_GOVERNANCE_ADMINISTRATOR)),
  /** The reports of others about the history of reviews (operations.md, 40). */
  LIST_HISTORY(EnumSet.of(GLOBAL_ADMINISTRATOR, GLOBAL_READER)),
  /** To answer for others: applications may, signed-in users only what they review. */
  REVIEW(EnumSet.noneOf(DirectoryRole.class)),
  /** No role gives or takes anything: the permission is enough, or the review is one's own. */
  NONE(EnumSet.noneOf(DirectoryRole.class));

  private final Set<DirectoryRole> groupOrApp;
  private final Set<DirectoryRole> roleAssignableGroup;
  private final Set<DirectoryRole> entraRole;

  /** A right that the same roles give, whatever the resource is. */
  Right(Set<DirectoryRole> roles) {
    this(roles, roles, roles);
  }

  Right(
      Set<DirectoryRole> groupOrApp,
      Set<DirectoryRole> roleAssignableGroup,
      Set<DirectoryRole> entraRole) {
    this.groupOrApp = Collections.unmodifiableSet(groupOrApp);
    this.roleAssignableGroup = Collections.unmodifiableSet(roleAssignableGroup);
    this.entraRole = Collections.unmodifiableSet(entraRole);
  }

  /** The roles that give this right to reviews of {@code kind}. */
  public Set<DirectoryRole> rolesFor(ResourceKind kind) {
    return switch (kind) {
      case GROUP_OR_APP -> groupOrApp;
      case ROLE_ASSIGNABLE_GROUP -> roleAssignableGroup;
      case ENTRA_ROLE -> entraRole;
    };
  }

  /** The kinds of reviews to which an application with the permission has this right. */
  Set<ResourceKind> kindsForApplications() {
    return this == NONE ? Set.of() : EnumSet.allOf(ResourceKind.class);
  }

  /** The kinds of reviews for which someone with {@code roles} has this right. */
  Set<ResourceKind> kindsFor(Set<DirectoryRole> roles) {
    var kinds = EnumSet.noneOf(ResourceKind.class);
    for (var kind : ResourceKind.values()) {
      if (!Collections.disjoint(rolesFor(kind), roles)) {
        kinds.add(kind);
      }
    }
    return kinds;
  }
}
