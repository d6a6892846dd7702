package accessreviews.scopes;

/** The type of a reviewed resource, as a decision's resource names it. */
public enum ResourceType {
  group,
  servicePrincipal,
  directoryRole,
  accessPackageAssignmentPolicy
}
