package accessreviews.instances;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.scopes.GraphQuery;
import accessreviews.scopes.InactiveUsersQueryScope;
import accessreviews.scopes.PrincipalResourceMembershipsScope;
import accessreviews.scopes.QueryScope;
import accessreviews.scopes.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one instance reviews: each resource of a series has an instance of its own.
 *
 * @param resource the canonical query of the resource, by which it is known within an occurrence
 */
record InstanceScope(String resource, Scope scope) {
  private static final String SHARED_CHANNELS = "/teams/";

  /** The instances that an occurrence of {@code definition} has. */
  static List<InstanceScope> of(AccessReviewScheduleDefinition definition) {
    return switch (definition.scope()) {
      case PrincipalResourceMembershipsScope memberships -> perResource(memberships);
      case QueryScope query -> perGroup(definition, query, query.query());
      case InactiveUsersQueryScope query -> perGroup(definition, query, query.query());
    };
  }

  private static List<InstanceScope> perGroup(
      AccessReviewScheduleDefinition definition, Scope scope, String query) {
    var groups = definition.enumeration();
    if (groups.isEmpty()) {
      return List.of(new InstanceScope(new GraphQuery(query).canonical(), scope));
    }
    // A query over all groups needs the directory, which comes later: until then it names none.
    return new GraphQuery(query(groups.get()))
        .group().map(id -> new InstanceScope("/groups/" + id, scope.within(id))).stream().toList();
  }

  /**
   * One instance per resource, however often it is named; the shared channels of a team are
   * reviewed with the team.
   */
  private static List<InstanceScope> perResource(PrincipalResourceMembershipsScope memberships) {
    var channels = memberships.resourceScopes().stream().filter(InstanceScope::isChannels).toList();
    return memberships.resourceScopes().stream()
        .filter(
            resource ->
                !isChannels(resource) || channels.size() == memberships.resourceScopes().size())
        .map(
            resource ->
                new InstanceScope(
                    new GraphQuery(query(resource)).canonical(),
                    new PrincipalResourceMembershipsScope(
                        memberships.principalScopes(),
                        Stream.concat(
                                Stream.of(resource),
                                channels.stream().filter(other -> !other.equals(resource)))
                            .toList())))
        .collect(
            Collectors.toMap(
                InstanceScope::resource, scope -> scope, (one, again) -> one, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private static boolean isChannels(Scope resource) {
    return new GraphQuery(query(resource)).canonical().startsWith(SHARED_CHANNELS);
  }

  private static String query(Scope scope) {
    return switch (scope) {
      case QueryScope query -> query.query();
      case InactiveUsersQueryScope query -> query.query();
      case PrincipalResourceMembershipsScope memberships ->
          query(memberships.resourceScopes().getFirst());
    };
  }
}
