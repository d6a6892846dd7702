package accessreviews.directory.builtin;

import accessreviews.identity.RoleAssignments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** The roles that users hold now: their own, and those of role-assignable groups around them. */
@ApplicationScoped
class HeldRoles implements RoleAssignments {
  private static final String HELD =
      """
      select a.role_definition_id from directory_role_assignment a
      where a.directory_scope_id = '/'
        and (a.principal_id = :user
          or a.principal_id in (
            select g.id from directory_groups_around(:user) around (id)
            join directory_group g on g.id = around.id and g.is_assignable_to_role))
      """;

  private final Session database;

  HeldRoles(Session database) {
    this.database = database;
  }

  @Override
  public Set<UUID> activeRolesOf(UUID user) {
    return Set.copyOf(
        database.createNativeQuery(HELD, UUID.class).setParameter("user", user).getResultList());
  }
}
