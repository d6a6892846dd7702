package accessreviews.scopes;

import accessreviews.scopes.Holding.Membership;
import accessreviews.scopes.Holding.Way;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The meaning of a scope as a question to a directory: which principals have which access to which
 * resource.
 *
 * @param type the type of the resource, or of all resources
 * @param resource the id of the resource; empty for any resource of the type, and in relative
 *     scopes
 * @param holding the kind of access
 * @param principals the principals in scope: those of any of these; nobody if the list is empty
 */
public record AccessQuery(
    ResourceType type, Optional<UUID> resource, Holding holding, List<Principals> principals) {
  public AccessQuery {
    principals = List.copyOf(principals);
  }

  /** The question of {@code scope}. */
  public static AccessQuery of(Scope scope) {
    return switch (scope) {
      case QueryScope query -> new ScopeUrl(query.query()).access();
      case InactiveUsersQueryScope query -> {
        var access = new ScopeUrl(query.query()).access();
        yield access.of(inactive(access.principals, query));
      }
      case PrincipalResourceMembershipsScope memberships -> of(memberships);
    };
  }

  /** The users who have been inactive. Only users sign in, so only users can be inactive. */
  private static List<Principals> inactive(
      List<Principals> principals, InactiveUsersQueryScope scope) {
    return principals.stream()
        .filter(some -> some.kind() == Principals.Kind.user)
        .map(
            users ->
                new Principals(
                    users.kind(), users.guestsOnly(), Optional.of(scope.inactiveDuration())))
        .toList();
  }

  /**
   * The question of a scope with several resource queries. They name one resource in several parts:
   * a team, and its shared channels.
   */
  private static AccessQuery of(PrincipalResourceMembershipsScope memberships) {
    var resources = memberships.resourceScopes().stream().map(AccessQuery::of).toList();
    var principals = new ArrayList<Principals>();
    for (var scope : memberships.principalScopes()) {
      principals.addAll(principals(scope));
    }
    if (memberships.resourceScopes().stream().anyMatch(AccessQuery::isCast)) {
      principals.removeIf(some -> some.kind() != Principals.Kind.user);
    }
    if (memberships.resourceScopes().stream().anyMatch(AccessQuery::isOfGuests)) {
      principals.removeIf(some -> some.kind() != Principals.Kind.user);
      principals.replaceAll(Principals::guests);
    }
    var first = resources.getFirst();
    return new AccessQuery(
        first.type, first.resource, together(resources), principals.stream().distinct().toList());
  }

  private static List<Principals> principals(Scope scope) {
    return switch (scope) {
      case QueryScope query -> List.of(new ScopeUrl(query.query()).principals());
      case InactiveUsersQueryScope query ->
          inactive(List.of(new ScopeUrl(query.query()).principals()), query);
      case PrincipalResourceMembershipsScope memberships ->
          throw new IllegalArgumentException("No principals: " + memberships);
    };
  }

  private static boolean isCast(Scope scope) {
    return scope instanceof QueryScope query && new ScopeUrl(query.query()).isCast();
  }

  private static boolean isOfGuests(Scope scope) {
    return scope instanceof QueryScope query && new ScopeUrl(query.query()).users().guestsOnly();
  }

  private static Holding together(List<AccessQuery> resources) {
    var ways = EnumSet.noneOf(Way.class);
    for (var resource : resources) {
      if (resource.holding instanceof Membership membership) {
        ways.addAll(membership.ways());
      }
    }
    return ways.isEmpty() ? resources.getFirst().holding : new Membership(ways);
  }

  private AccessQuery of(List<Principals> others) {
    return new AccessQuery(type, resource, holding, others);
  }
}
