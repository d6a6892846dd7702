package accessreviews.scopes;

/**
 * The kind of a reviewed resource. It determines the directory roles that may read and write the
 * review (seeds, "Permissions").
 */
public enum ResourceKind {
  /** A group or an application; access packages too. */
  GROUP_OR_APP,
  /** A Microsoft Entra role. */
  ENTRA_ROLE
}
