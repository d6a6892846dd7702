package accessreviews.decisions.items;

/** The kind of a principal with access. */
public enum PrincipalType {
  user("users"),
  group("groups"),
  servicePrincipal("servicePrincipals");

  private final String set;

  PrincipalType(String set) {
    this.set = set;
  }

  /** The path of principals of this kind below a service root. */
  public String set() {
    return set;
  }
}
