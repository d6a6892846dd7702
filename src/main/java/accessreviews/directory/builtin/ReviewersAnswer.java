package accessreviews.directory.builtin;

import accessreviews.directory.Answer;
import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.query.GraphUrl;
import accessreviews.reviewers.ReviewerScope;
import accessreviews.scopes.GraphQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The users whom queries for reviewers name. */
final class ReviewersAnswer {
  static final String USERS =
      "select u.id as user_id, u.display_name, u.user_principal_name from directory_user u";

  private static final String NAMED =
      """
      select n.id as user_id, u.display_name, u.user_principal_name
      from unnest(cast(:directoryUsers as uuid[])) n (id)
      left join directory_user u on u.id = n.id
      """;

  private static final String MEMBERS =
      USERS
          + """
             where u.id in (
              select m.member_id from directory_groups_within(:directoryGroup) w (id)
              join directory_group_member m on m.group_id = w.id and m.member_type = 'user')
            """;

  private static final String OWNERS =
      """
      select u.id as user_id, u.display_name, u.user_principal_name
      from (select cast(%s as uuid) as id) r
      join %s e on e.id = r.id
      join directory_owner o on o.owned_id = e.id
      join directory_user u on u.id = o.owner_id
      """;

  /** Where the filter says nothing of a property, all of no values are equal to it. */
  private static final String FILTERED =
      """
      where lower(u.user_type) = all(:directoryUserTypes)
        and lower(u.country) = all(:directoryCountries)
      """;

  private static final String GROUP = "directory_group";
  private static final String OWNED = ":directoryOwned";

  private ReviewersAnswer() {}

  /** The statement is the same however many users are named by their ids, none included. */
  static Answer of(List<ReviewerScope> reviewers, String resource) {
    var named = new ArrayList<UUID>();
    var answers = new ArrayList<Answer>();
    for (var scope : reviewers) {
      var url = new GraphQuery(scope.query()).question();
      if (url.path().size() == 2 && url.path().getFirst().equals("users")) {
        named.add(UUID.fromString(url.path().get(1)));
      } else {
        answers.add(url.relative() ? ofResource(url, resource) : ofObject(url));
      }
    }
    answers.addFirst(new Answer(NAMED, Map.of("directoryUsers", named.toArray(UUID[]::new))));
    return Answer.all(answers);
  }

  private static Answer ofObject(GraphUrl url) {
    var id = UUID.fromString(url.path().get(1));
    var set = url.path().getFirst();
    var property = url.path().get(2);
    return switch (set + "/" + property) {
      case "groups/owners" -> ownersOfGroup(url, id);
      case "serviceprincipals/owners" ->
          new Answer(
              OWNERS.formatted(OWNED, "directory_service_principal"), Map.of("directoryOwned", id));
      case "groups/transitivemembers" -> new Answer(MEMBERS, Map.of("directoryGroup", id));
      default -> throw new IllegalArgumentException("No reviewers: " + url);
    };
  }

  private static Answer ofResource(GraphUrl url, String resource) {
    if (!url.path().equals(List.of("owners"))) {
      throw new IllegalArgumentException("Not of a resource: " + url);
    }
    return new Answer(OWNERS.formatted(resource, GROUP), Map.of());
  }

  /** The values are compared in any case, like the names of properties. */
  private static Answer ownersOfGroup(GraphUrl url, UUID group) {
    return new Answer(
        OWNERS.formatted(OWNED, GROUP) + FILTERED,
        Map.of(
            "directoryOwned", group,
            "directoryUserTypes", values(url, "usertype"),
            "directoryCountries", values(url, "country")));
  }

  private static String[] values(GraphUrl url, String property) {
    return url.compared("microsoft.graph.user/" + property, Operator.EQ).stream()
        .distinct()
        .toArray(String[]::new);
  }
}
