package accessreviews.directory.groups;

import accessreviews.directory.Directory;
import accessreviews.identity.Caller;
import accessreviews.scopes.ResourceKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/**
 * The right to change a group. Members and owners of role-assignable groups are changed by
 * Privileged Role Administrators, those of all other groups by User Administrators (contract,
 * "Callers").
 */
@ApplicationScoped
class GroupRights {
  private final Caller caller;
  private final Directory directory;

  GroupRights(Caller caller, Directory directory) {
    this.caller = caller;
    this.directory = directory;
  }

  /** Refuses a caller who may not change the group {@code id}. */
  void require(UUID id) {
    if (!caller.access().reachesAll()) {
      require(directory.areRoleAssignable(Set.of(id)));
    }
  }

  /** Refuses a caller who may not change groups of this kind. */
  void require(boolean roleAssignable) {
    caller
        .access()
        .require(roleAssignable ? ResourceKind.ROLE_ASSIGNABLE_GROUP : ResourceKind.GROUP_OR_APP);
  }
}
