package accessreviews.directory.builtin;

import accessreviews.platform.StateEmptied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Deletes everything but the built-in roles when the emulator empties the service. */
@ApplicationScoped
class EmptyDirectory {
  /**
   * Rows that point at objects are deleted first, all at once. Objects would delete them one by
   * one.
   */
  private static final List<String> STATEMENTS =
      List.of(
          "delete from directory_access_package_assignment",
          "delete from directory_channel_member",
          "delete from directory_channel",
          "delete from directory_group_member",
          "delete from directory_owner",
          "delete from directory_app_role_assignment",
          "delete from directory_role_assignment",
          "delete from directory_role_eligibility",
          "delete from directory_role_definition where not is_built_in",
          "delete from directory_object");

  private final EntityManager database;

  EmptyDirectory(EntityManager database) {
    this.database = database;
  }

  void onEmptied(@Observes StateEmptied emptied) {
    STATEMENTS.forEach(statement -> database.createNativeQuery(statement).executeUpdate());
  }
}
