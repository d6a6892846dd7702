package accessreviews.directory.builtin;

import accessreviews.platform.due.DueRows;
import accessreviews.platform.due.DueTransition;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/**
 * Deletes a blocked guest with all memberships when the 30 days are over, unless somebody has
 * enabled the account again (types.md, {@code disableAndDeleteUserApplyAction}).
 */
@ApplicationScoped
@Priority(5)
class DeleteBlockedGuest implements DueTransition<BlockedGuest> {
  private static final DueRows<BlockedGuest> ROWS =
      new DueRows<>(
          BlockedGuest.class,
          "directory_blocked_guest",
          "delete_at",
          "true",
          "join directory_blocked_guest series on series.id = due.id");

  private static final Sql DELETE = Sql.file("directory/builtin/delete-blocked-guest");

  private final Session database;

  DeleteBlockedGuest(Session database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "guest-deletion";
  }

  @Override
  public DueRows<BlockedGuest> rows() {
    return ROWS;
  }

  @Override
  public void happen(BlockedGuest guest) {
    BulkStatement.of(DELETE).with("guest", guest.id()).execute(database);
    BulkStatement.of("delete from directory_blocked_guest where id = :guest")
        .with("guest", guest.id())
        .execute(database);
  }
}
