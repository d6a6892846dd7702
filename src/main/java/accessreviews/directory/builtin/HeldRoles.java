package accessreviews.directory.builtin;

import accessreviews.identity.RoleAssignments;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** The active roles of users: their own, and those of role-assignable groups that they are in. */
@ApplicationScoped
class HeldRoles implements RoleAssignments {
  private static final Sql HELD = Sql.file("directory/builtin/roles-of-user");

  private final Session database;

  HeldRoles(Session database) {
    this.database = database;
  }

  @Override
  public Set<UUID> activeRolesOf(UUID user) {
    return Set.copyOf(BulkStatement.of(HELD).with("user", user).ids(database));
  }
}
