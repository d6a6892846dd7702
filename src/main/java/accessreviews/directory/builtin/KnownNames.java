package accessreviews.directory.builtin;

import accessreviews.identity.CallerNames;
import accessreviews.identity.UserIdentity;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The names of the users and applications in the directory. */
@ApplicationScoped
class KnownNames implements CallerNames {
  private static final Sql NAMES = Sql.file("directory/builtin/names");

  private final Session database;

  KnownNames(Session database) {
    this.database = database;
  }

  @Override
  public Optional<UserIdentity> of(UUID id) {
    return BulkStatement.of(NAMES)
        .with("id", id)
        .query(database, Tuple.class)
        .addScalar("display_name", String.class)
        .addScalar("user_principal_name", String.class)
        .uniqueResultOptional()
        .map(
            row ->
                new UserIdentity(
                    id.toString(),
                    row.get("display_name", String.class),
                    row.get("user_principal_name", String.class)));
  }
}
