package accessreviews.instances;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import accessreviews.scopes.AccessQuery;
import accessreviews.scopes.GraphQuery;
import accessreviews.scopes.InactiveUsersQueryScope;
import accessreviews.scopes.PrincipalResourceMembershipsScope;
import accessreviews.scopes.QueryScope;
import accessreviews.scopes.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one instance reviews: each resource of a series has an instance of its own.
 *
 * @param resource the canonical query of the resource, by which it is known within an occurrence
 */
public record InstanceScope(String resource, Scope scope) {
  /** The id of the resource in the directory; null where access to any resource is reviewed. */
  @Nullable UUID resourceId() {
    return AccessQuery.of(scope).resource().orElse(null);
  }

  /**
   * The instances of an occurrence; a relative {@code scope} applies to the group that {@code
   * groups} names. None where it names many: then the start asks the directory.
   */
  public static List<InstanceScope> of(Scope scope, Optional<Scope> groups) {
    return switch (scope) {
      case PrincipalResourceMembershipsScope memberships -> perResource(memberships);
      case QueryScope query -> perGroup(groups, query, query.query());
      case InactiveUsersQueryScope query -> perGroup(groups, query, query.query());
    };
  }

  private static List<InstanceScope> perGroup(Optional<Scope> groups, Scope scope, String query) {
    if (groups.isEmpty()) {
      return List.of(new InstanceScope(new GraphQuery(query).canonical(), scope));
    }
    return new GraphQuery(query(groups.get()))
        .group().map(id -> new InstanceScope("/groups/" + id, scope.within(id))).stream().toList();
  }

  /**
   * One instance per resource, however often it is named; the shared channels of a team are
   * reviewed with the team.
   */
  private static List<InstanceScope> perResource(PrincipalResourceMembershipsScope memberships) {
    var resources = memberships.resourceScopes();
    var groups = resources.stream().flatMap(group -> group(group).stream()).collect(toSet());
    var channels =
        resources.stream()
            .filter(channel -> team(channel).isPresent())
            .collect(groupingBy(channel -> team(channel).orElseThrow()));
    var instances = new LinkedHashMap<String, InstanceScope>();
    for (var resource : resources) {
      if (team(resource).filter(groups::contains).isEmpty()) {
        var shared = group(resource).map(channels::get).orElse(List.of());
        var reviewed = Stream.concat(Stream.of(resource), shared.stream()).toList();
        instances.putIfAbsent(
            key(resource),
            new InstanceScope(
                key(resource),
                new PrincipalResourceMembershipsScope(memberships.principalScopes(), reviewed)));
      }
    }
    return List.copyOf(instances.values());
  }

  private static Optional<String> group(Scope resource) {
    return new GraphQuery(query(resource)).group();
  }

  /** The id of the team whose channels {@code resource} names. */
  private static Optional<String> team(Scope resource) {
    return new GraphQuery(query(resource)).team();
  }

  private static String key(Scope resource) {
    return new GraphQuery(query(resource)).canonical();
  }

  /** The query of {@code scope}; of memberships, that of their first resource. */
  public static String query(Scope scope) {
    return switch (scope) {
      case QueryScope query -> query.query();
      case InactiveUsersQueryScope query -> query.query();
      case PrincipalResourceMembershipsScope memberships ->
          query(memberships.resourceScopes().getFirst());
    };
  }
}
