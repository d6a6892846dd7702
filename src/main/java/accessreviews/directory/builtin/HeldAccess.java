package accessreviews.directory.builtin;

import accessreviews.scopes.Holding;
import accessreviews.scopes.Holding.AccessPackage;
import accessreviews.scopes.Holding.AnyGroup;
import accessreviews.scopes.Holding.AppAssignment;
import accessreviews.scopes.Holding.Membership;
import accessreviews.scopes.Holding.Role;
import accessreviews.scopes.Holding.Way;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who has access to a resource, as a part of a FROM clause: a call of one of the functions in
 * {@code R__directory_access.sql}. {@code :directory_kinds} are the kinds of principals that are
 * wanted.
 */
record HeldAccess(String sql, Map<String, Object> parameters) {
  private static final String ANY_GROUP =
      "(select * from directory_direct_membership m where m.principal_type ="
          + " any(:directory_kinds))";
  private static final String DIRECT =
      "(select * from directory_direct_membership m"
          + " where m.principal_type = any(:directory_kinds) and m.resource_id = %s)";

  /** Access to what {@code resource}, SQL for an id, says. */
  static HeldAccess of(Holding holding, String resource) {
    return switch (holding) {
      case AnyGroup any -> new HeldAccess(ANY_GROUP, Map.of());
      case Membership membership -> membership(membership.ways(), resource);
      case AppAssignment assignment ->
          called("directory_application_access(%s, :directory_kinds)", resource, Map.of());
      case Role role -> role(role, resource);
      case AccessPackage assigned -> accessPackage(assigned, resource);
    };
  }

  private static HeldAccess membership(Set<Way> ways, String resource) {
    return ways.equals(Set.of(Way.DIRECT))
        ? called(DIRECT, resource, Map.of())
        : called(
            "directory_membership(%s, :directory_kinds, :directory_direct, :directory_nested,"
                + " :directory_shared_channels)",
            resource,
            Map.of(
                "directory_direct", ways.contains(Way.DIRECT),
                "directory_nested", ways.contains(Way.NESTED),
                "directory_shared_channels", ways.contains(Way.SHARED_CHANNEL)));
  }

  private static HeldAccess role(Role role, String resource) {
    var parameters = new HashMap<String, Object>();
    parameters.put("directory_active", role.active());
    parameters.put("directory_eligible", role.eligible());
    role.assignmentType().ifPresent(type -> parameters.put("directory_type", type.name()));
    return called(
        "directory_role_access(%s, :directory_kinds, :directory_active, :directory_eligible, "
            + (role.assignmentType().isPresent() ? ":directory_type)" : "null)"),
        resource,
        parameters);
  }

  private static HeldAccess accessPackage(AccessPackage assigned, String resource) {
    var parameters = new HashMap<String, Object>();
    parameters.put("directory_package", assigned.accessPackage());
    assigned.catalog().ifPresent(id -> parameters.put("directory_catalog", id));
    return called(
        "directory_package_access(%s, :directory_kinds, :directory_package, "
            + (assigned.catalog().isPresent() ? ":directory_catalog)" : "null)"),
        resource,
        parameters);
  }

  private static HeldAccess called(
      String function, String resource, Map<String, Object> parameters) {
    return new HeldAccess(function.formatted(resource), parameters);
  }
}
