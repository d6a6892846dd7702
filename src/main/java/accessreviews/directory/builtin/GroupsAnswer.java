package accessreviews.directory.builtin;

import accessreviews.directory.Answer;
import accessreviews.platform.persistence.Sql;
import accessreviews.scopes.AccessQuery;
import accessreviews.scopes.GroupsQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;

/** The groups of an enumeration in which a scope finds somebody. */
final class GroupsAnswer {
  private static final Sql GROUPS = Sql.file("directory/builtin/groups");

  private GroupsAnswer() {}

  static Answer of(GroupsQuery groups, AccessQuery access, Instant at) {
    var principals = PrincipalsAnswer.of(access, "g.id", at);
    var parameters = new HashMap<>(principals.parameters());
    parameters.put("directory_groups", groups.group().stream().toArray(UUID[]::new));
    parameters.put("directory_teams_only", groups.teamsOnly());
    parameters.put("directory_except", groups.except().toArray(UUID[]::new));
    return new Answer(GROUPS.filled(principals.sql()).text(), parameters);
  }
}
