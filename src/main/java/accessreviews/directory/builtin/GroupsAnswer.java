package accessreviews.directory.builtin;

import accessreviews.directory.Answer;
import accessreviews.scopes.AccessQuery;
import accessreviews.scopes.GroupsQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;

/** The groups of an enumeration in which a scope finds somebody. */
final class GroupsAnswer {
  private static final String ANSWER =
      """
      select g.id from directory_group g
      where <conditions>
        and not g.group_types @> array['DynamicMembership'] and not g.is_assignable_to_role
        and exists (
      <principals>)
      """;

  private GroupsAnswer() {}

  static Answer of(GroupsQuery groups, AccessQuery access, Instant at) {
    var principals = PrincipalsAnswer.of(access, "g.id", at);
    var parameters = new LinkedHashMap<>(principals.parameters());
    var conditions = new StringBuilder();
    if (groups.group().isPresent()) {
      conditions.append("g.id = :directoryGroup");
      parameters.put("directoryGroup", groups.group().get());
    } else {
      conditions.append("g.group_types @> array['Unified']");
    }
    if (groups.teamsOnly()) {
      conditions.append(" and g.resource_provisioning_options @> array['Team']");
    }
    if (!groups.except().isEmpty()) {
      conditions.append(" and g.id <> all(:directoryExcept)");
      parameters.put("directoryExcept", groups.except().toArray(UUID[]::new));
    }
    return new Answer(
        ANSWER.replace("<conditions>", conditions).replace("<principals>", principals.sql()),
        parameters);
  }
}
