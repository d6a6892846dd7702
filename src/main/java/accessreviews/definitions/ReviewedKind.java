package accessreviews.definitions;

import accessreviews.directory.Directory;
import accessreviews.scopes.ResourceKind;
import accessreviews.scopes.Scope;

/** The kind of what a scope names, as the directory has it now. */
public final class ReviewedKind {
  private ReviewedKind() {}

  /** That of the scope; of groups, whether one of them gives Microsoft Entra roles. */
  public static ResourceKind of(Scope scope, Directory directory) {
    var named = scope.resourceKind();
    return named == ResourceKind.GROUP_OR_APP && directory.areRoleAssignable(scope.groups())
        ? ResourceKind.ROLE_ASSIGNABLE_GROUP
        : named;
  }
}
