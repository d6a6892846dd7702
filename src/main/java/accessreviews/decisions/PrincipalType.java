package accessreviews.decisions;

/** What kind of principal has the access that an item is about. */
enum PrincipalType {
  user,
  group,
  servicePrincipal
}
