package accessreviews.directory.builtin;

import accessreviews.directory.Answer;
import accessreviews.directory.Directory;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.reviewers.ReviewerScope;
import accessreviews.scopes.AccessQuery;
import accessreviews.scopes.GroupsQuery;
import accessreviews.scopes.ResourceType;
import accessreviews.scopes.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** The directory that comes with the service: its tables are beside those of the reviews. */
@ApplicationScoped
class BuiltInDirectory implements Directory {
  private final Session database;

  BuiltInDirectory(Session database) {
    this.database = database;
  }

  @Override
  public boolean knows(ResourceType type) {
    return database
        .createNativeQuery("select exists (%s)".formatted(all(type)), Boolean.class)
        .getSingleResult();
  }

  @Override
  public Answer resources(ResourceType type) {
    return new Answer(all(type), Map.of());
  }

  private static String all(ResourceType type) {
    return switch (type) {
      case group -> "select id, display_name, cast(null as uuid) as app_id from directory_group";
      case servicePrincipal -> "select id, display_name, app_id from directory_service_principal";
      case directoryRole ->
          "select id, display_name, cast(null as uuid) as app_id from directory_role_definition";
      case accessPackageAssignmentPolicy ->
          """
          select assignment_policy_id as id, min(assignment_policy_name) as display_name,
            cast(null as uuid) as app_id
          from directory_access_package_assignment group by assignment_policy_id
          """;
    };
  }

  @Override
  public Answer groups(Scope enumeration, Scope scope, Instant at) {
    return GroupsAnswer.of(GroupsQuery.of(enumeration), AccessQuery.of(scope), at);
  }

  @Override
  public Answer principals(Scope scope, String resource, Instant at) {
    return PrincipalsAnswer.of(AccessQuery.of(scope), resource, at);
  }

  @Override
  public Answer reviewers(List<ReviewerScope> reviewers, String resource) {
    return ReviewersAnswer.of(reviewers, resource);
  }

  @Override
  public Answer users() {
    return new Answer(ReviewersAnswer.USERS, Map.of());
  }

  @Override
  public void removeAccess(Scope scope) {
    database.createNativeMutationQuery("analyze access_removal").executeUpdate();
    database.createNativeMutationQuery(RemovalSql.of(AccessQuery.of(scope))).executeUpdate();
  }

  @Override
  public void blockGuests(Instant deletion) {
    BulkStatement.of(RemovalSql.BLOCK_GUESTS).at("deletion", deletion).execute(database);
  }
}
