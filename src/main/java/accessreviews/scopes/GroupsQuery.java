package accessreviews.scopes;

import accessreviews.odata.query.Expression.Lambda;
import accessreviews.odata.query.Expression.Operator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The meaning of an enumeration of groups as a question to a directory: one group, or all Microsoft
 * 365 groups.
 *
 * @param group the one group
 * @param teamsOnly whether only teams are meant
 * @param except the groups that are left out
 */
public record GroupsQuery(Optional<UUID> group, boolean teamsOnly, Set<UUID> except) {
  public GroupsQuery {
    except = Set.copyOf(except);
  }

  /** The question of {@code enumeration}. */
  public static GroupsQuery of(Scope enumeration) {
    return switch (enumeration) {
      case QueryScope query -> of(new GraphQuery(query.query()));
      case InactiveUsersQueryScope query -> of(new GraphQuery(query.query()));
      case PrincipalResourceMembershipsScope memberships ->
          throw new IllegalArgumentException("No groups: " + memberships);
    };
  }

  private static GroupsQuery of(GraphQuery query) {
    var url = query.question();
    return new GroupsQuery(
        query.group().map(UUID::fromString),
        url.terms().stream()
            .anyMatch(
                term ->
                    term instanceof Lambda lambda
                        && lambda.collection().toString().equals("resourceprovisioningoptions")),
        url.compared("id", Operator.NE).stream()
            .map(UUID::fromString)
            .collect(Collectors.toUnmodifiableSet()));
  }
}
