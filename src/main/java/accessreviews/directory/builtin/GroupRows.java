package accessreviews.directory.builtin;

import accessreviews.directory.DirectoryRows;
import accessreviews.platform.persistence.Sql;
import accessreviews.scopes.AccessQuery;
import accessreviews.scopes.GroupsQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;

/** The groups of an enumeration that have at least one principal in scope. */
final class GroupRows {
  private static final Sql GROUPS = Sql.file("directory/builtin/groups");

  private GroupRows() {}

  static DirectoryRows of(GroupsQuery groups, AccessQuery access, Instant at) {
    var principals = PrincipalRows.of(access, "g.id", at);
    var parameters = new HashMap<>(principals.parameters());
    parameters.put("directory_groups", groups.group().stream().toArray(UUID[]::new));
    parameters.put("directory_teams_only", groups.teamsOnly());
    parameters.put("directory_except", groups.except().toArray(UUID[]::new));
    return new DirectoryRows(GROUPS.filled(principals.sql()).text(), parameters);
  }
}
