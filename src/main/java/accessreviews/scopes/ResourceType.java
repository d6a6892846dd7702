package accessreviews.scopes;

/** To what access is reviewed; the {@code type} of a decision's resource, letter for letter. */
public enum ResourceType {
  group,
  servicePrincipal,
  directoryRole,
  accessPackageAssignmentPolicy
}
