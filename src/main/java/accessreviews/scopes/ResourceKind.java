package accessreviews.scopes;

/**
 * The kind of a reviewed resource. It determines the directory roles that may read and write the
 * review (seeds, "Permissions").
 */
public enum ResourceKind {
  /** A group or an application; access packages too. */
  GROUP_OR_APP,
  /**
   * A group whose members can have Microsoft Entra roles, or a group within such a group
   * (operations.md, 0). The directory says which groups are.
   */
  ROLE_ASSIGNABLE_GROUP,
  /** A Microsoft Entra role. */
  ENTRA_ROLE
}
