package accessreviews.scopes;

/**
 * To what kind of resource a review looks after access. Different directory roles may read and
 * write the reviews of each kind (seeds, "Permissions").
 */
public enum ResourceKind {
  /** A group or an application; access packages too. */
  GROUP_OR_APP,
  /** A Microsoft Entra role. */
  ENTRA_ROLE
}
