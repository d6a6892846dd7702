package accessreviews.directory.builtin;

import accessreviews.directory.DirectoryRows;
import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.query.GraphUrl;
import accessreviews.platform.persistence.Sql;
import accessreviews.reviewers.ReviewerScope;
import accessreviews.scopes.GraphQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The users that reviewer queries find. */
final class ReviewerRows {
  private static final Sql NAMED = Sql.file("directory/builtin/reviewers-named");
  private static final Sql IN_GROUP = Sql.file("directory/builtin/reviewers-in-group");
  private static final Sql DIRECTLY_IN_GROUP =
      Sql.file("directory/builtin/reviewers-directly-in-group");
  private static final Sql OWNING = Sql.file("directory/builtin/reviewers-owning");
  private static final String ANY_OWNED = OWNING.filled(":directory_owned").text();
  private static final String GROUP = "group";
  private static final String GROUP_ID = "directory_group";
  private static final String[] ALL = {};

  private ReviewerRows() {}

  /**
   * The reviewers of {@code reviewers}. The text of the statement does not depend on the number of
   * users that are named by id.
   */
  static DirectoryRows of(List<ReviewerScope> reviewers, String resource) {
    var named = new ArrayList<UUID>();
    var answers = new ArrayList<DirectoryRows>();
    for (var scope : reviewers) {
      var url = new GraphQuery(scope.query()).question();
      if (url.path().size() == 2 && url.path().getFirst().equals("users")) {
        named.add(UUID.fromString(url.path().get(1)));
      } else {
        answers.add(url.relative() ? ofResource(url, resource) : ofObject(url));
      }
    }
    answers.addFirst(
        new DirectoryRows(NAMED.text(), Map.of("directory_users", named.toArray(UUID[]::new))));
    return DirectoryRows.all(answers);
  }

  private static DirectoryRows ofObject(GraphUrl url) {
    var id = UUID.fromString(url.path().get(1));
    var set = url.path().getFirst();
    var property = url.path().get(2);
    return switch (set + "/" + property) {
      case "groups/owners" -> ownersOfGroup(url, id);
      case "serviceprincipals/owners" ->
          owners(ANY_OWNED, "servicePrincipal", ALL, ALL).with("directory_owned", id);
      case "groups/transitivemembers" -> new DirectoryRows(IN_GROUP.text(), Map.of(GROUP_ID, id));
      case "groups/members" -> new DirectoryRows(DIRECTLY_IN_GROUP.text(), Map.of(GROUP_ID, id));
      default -> throw new IllegalArgumentException("No reviewers: " + url);
    };
  }

  private static DirectoryRows ofResource(GraphUrl url, String resource) {
    if (!url.path().equals(List.of("owners"))) {
      throw new IllegalArgumentException("Not of a resource: " + url);
    }
    return owners(OWNING.filled(resource).text(), GROUP, ALL, ALL);
  }

  /** The owners of a group. Values are compared in any case, like the names of properties. */
  private static DirectoryRows ownersOfGroup(GraphUrl url, UUID group) {
    return owners(ANY_OWNED, GROUP, values(url, "usertype"), values(url, "country"))
        .with("directory_owned", group);
  }

  /** A property without a condition in the filter equals all of no values. */
  private static DirectoryRows owners(
      String sql, String type, String[] userTypes, String[] countries) {
    return new DirectoryRows(
        sql,
        Map.of(
            "directory_owned_type", type,
            "directory_user_types", userTypes,
            "directory_countries", countries));
  }

  private static String[] values(GraphUrl url, String property) {
    return url.compared("microsoft.graph.user/" + property, Operator.EQ).stream()
        .distinct()
        .toArray(String[]::new);
  }
}
