package accessreviews.decisions.items;

/** What kind of principal has the access that an item is about. */
public enum PrincipalType {
  user("users"),
  group("groups"),
  servicePrincipal("servicePrincipals");

  private final String set;

  PrincipalType(String set) {
    this.set = set;
  }

  /** Where principals of this kind are, below a service root. */
  public String set() {
    return set;
  }
}
