package accessreviews.directory.builtin;

import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.scopes.AccessQuery;
import accessreviews.scopes.Holding.AccessPackage;
import accessreviews.scopes.Holding.AnyGroup;
import accessreviews.scopes.Holding.AppAssignment;
import accessreviews.scopes.Holding.Membership;
import accessreviews.scopes.Holding.Role;
import accessreviews.scopes.Holding.Way;
import java.util.Optional;

/**
 * Takes access away: one statement judges every row of {@code access_removal} that has no result,
 * deletes what gives the access, and writes what came of it. The verdicts are in {@code
 * R__directory_removal.sql}.
 */
final class Removal {
  private static final Sql FROM_GROUPS = Sql.file("directory/builtin/remove-from-groups");
  private static final Sql FROM_APPS = Sql.file("directory/builtin/remove-from-applications");
  private static final Sql FROM_ROLES = Sql.file("directory/builtin/remove-from-roles");
  private static final Sql FROM_PACKAGES =
      Sql.file("directory/builtin/remove-from-access-packages");

  private static final Sql IN_GROUPS = Sql.file("directory/builtin/remaining-in-groups");
  private static final Sql IN_APPS = Sql.file("directory/builtin/remaining-in-applications");

  private Removal() {}

  /** The statement that removes the access in the scope of {@code query}. */
  static BulkStatement of(AccessQuery query) {
    return switch (query.holding()) {
      case AnyGroup any -> fromGroups(false);
      case Membership membership -> fromGroups(membership.ways().contains(Way.SHARED_CHANNEL));
      case AppAssignment assignment -> BulkStatement.of(FROM_APPS);
      case Role role -> fromRoles(role);
      case AccessPackage assigned -> BulkStatement.of(FROM_PACKAGES);
    };
  }

  /** The statement that then says which access remains through groups; empty if none can. */
  static Optional<BulkStatement> remaining(AccessQuery query) {
    return switch (query.holding()) {
      case AnyGroup any -> Optional.of(BulkStatement.of(IN_GROUPS));
      case Membership membership -> Optional.of(BulkStatement.of(IN_GROUPS));
      case AppAssignment assignment -> Optional.of(BulkStatement.of(IN_APPS));
      case Role role -> Optional.empty();
      case AccessPackage assigned -> Optional.empty();
    };
  }

  private static BulkStatement fromGroups(boolean sharedChannels) {
    return BulkStatement.of(FROM_GROUPS).with("shared_channels", sharedChannels);
  }

  /** A review of eligible assignments does not touch active ones, and vice versa. */
  private static BulkStatement fromRoles(Role role) {
    return BulkStatement.of(FROM_ROLES)
        .with("active", role.active())
        .with("eligible", role.eligible())
        .text("assignment_type", role.assignmentType().map(Enum::name).orElse(null));
  }
}
