package accessreviews.directory.builtin;

import accessreviews.directory.Directory;
import accessreviews.directory.DirectoryRows;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.reviewers.ReviewerScope;
import accessreviews.scopes.AccessQuery;
import accessreviews.scopes.GroupsQuery;
import accessreviews.scopes.ResourceType;
import accessreviews.scopes.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** The built-in directory; its tables are in the same database as the reviews. */
@ApplicationScoped
class BuiltInDirectory implements Directory {
  private static final Sql KNOWS = Sql.file("directory/builtin/knows-resources");
  private static final Sql RESOURCES = Sql.file("directory/builtin/resources");
  private static final Sql ARE_ROLE_ASSIGNABLE = Sql.file("directory/builtin/are-role-assignable");
  private static final Sql USERS = Sql.file("directory/builtin/users");
  private static final Sql BLOCK_GUESTS = Sql.file("directory/builtin/block-guests");

  private final Session database;

  BuiltInDirectory(Session database) {
    this.database = database;
  }

  @Override
  public boolean knows(ResourceType type) {
    return BulkStatement.of(KNOWS)
        .with("type", type.name())
        .query(database, Boolean.class)
        .getSingleResult();
  }

  @Override
  public DirectoryRows resources(ResourceType type) {
    return new DirectoryRows(RESOURCES.text(), Map.of("directory_resource_type", type.name()));
  }

  @Override
  public DirectoryRows groups(Scope enumeration, Scope scope, Instant at) {
    return GroupRows.of(GroupsQuery.of(enumeration), AccessQuery.of(scope), at);
  }

  @Override
  public boolean areRoleAssignable(Set<UUID> groups) {
    return !groups.isEmpty()
        && BulkStatement.of(ARE_ROLE_ASSIGNABLE)
            .with("groups", groups.toArray(UUID[]::new))
            .query(database, Boolean.class)
            .getSingleResult();
  }

  @Override
  public DirectoryRows principals(Scope scope, String resource, Instant at) {
    return PrincipalRows.of(AccessQuery.of(scope), resource, at);
  }

  @Override
  public DirectoryRows reviewers(List<ReviewerScope> reviewers, String resource) {
    return ReviewerRows.of(reviewers, resource);
  }

  @Override
  public DirectoryRows users() {
    return new DirectoryRows(USERS.text(), Map.of());
  }

  @Override
  public void removeAccess(Scope scope) {
    database.createNativeMutationQuery("analyze access_removal").executeUpdate();
    var access = AccessQuery.of(scope);
    Removal.of(access).execute(database);
    Removal.remaining(access).ifPresent(statement -> statement.execute(database));
  }

  @Override
  public void blockGuests(Instant deletion) {
    BulkStatement.of(BLOCK_GUESTS).at("deletion", deletion).execute(database);
  }
}
