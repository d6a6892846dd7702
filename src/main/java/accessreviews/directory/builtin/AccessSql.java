package accessreviews.directory.builtin;

import accessreviews.scopes.Holding;
import accessreviews.scopes.Holding.AccessPackage;
import accessreviews.scopes.Holding.AnyGroup;
import accessreviews.scopes.Holding.AppAssignment;
import accessreviews.scopes.Holding.Membership;
import accessreviews.scopes.Holding.Role;
import accessreviews.scopes.Holding.Way;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who has access to the resource {@code r.id}, whoever it is, each principal once: {@code
 * principal_id}, {@code principal_type}, {@code resource_sign_in_date_time}, {@code resource_id},
 * {@code membership}. In it {@code <kinds>} stands for the kinds of principals that are wanted.
 */
record AccessSql(String sql, Map<String, Object> parameters) {
  private static final String ANY_GROUP =
      """
      select m.member_id as principal_id, m.member_type as principal_type,
        cast(null as timestamptz) as resource_sign_in_date_time, m.group_id as resource_id,
        'direct' as membership
      from directory_group_member m
      where m.member_type in (<kinds>)""";

  /** Plain, so that a lateral join over many groups becomes one join. */
  private static final String DIRECT = ANY_GROUP + " and m.group_id = r.id";

  private static final String DIRECT_MEMBERS =
      """
      select m.member_id as principal_id, m.member_type as principal_type
      from directory_group_member m
      where m.group_id = r.id and m.member_type in (<kinds>)""";

  private static final String IN_SHARED_CHANNELS =
      """
      select distinct c.user_id as principal_id, 'user' as principal_type
      from directory_channel s join directory_channel_member c on c.channel_id = s.id
      where s.team_id = r.id and s.membership_type = 'shared' and 'user' in (<kinds>)""";

  private static final String NOT_MEMBERS_TOO =
      """
       and not exists (
        select from directory_group_member d where d.group_id = r.id and d.member_id = c.user_id)""";

  /** Nothing is grouped but the members of groups within the group: often there are none. */
  private static final String NESTED_MEMBERS =
      """
      select distinct m.member_id as principal_id, m.member_type as principal_type
      from directory_groups_within(r.id) w (id) join directory_group_member m on m.group_id = w.id
      where w.id <> r.id and m.member_id <> r.id and m.member_type in (<kinds>)""";

  private static final String NOBODY =
      "select cast(null as uuid) as principal_id, null as principal_type where false";

  private static final String APP_ASSIGNMENT =
      """
      select coalesce(d.principal_id, n.principal_id) as principal_id,
        coalesce(d.principal_type, 'user') as principal_type,
        d.resource_sign_in_date_time, r.id as resource_id,
        concat_ws(',', d.membership, n.membership) as membership
      from (
        select a.principal_id, a.principal_type, 'direct' as membership,
          max(a.last_sign_in_date_time) as resource_sign_in_date_time
        from directory_app_role_assignment a
        where a.resource_id = r.id and a.principal_type in (<kinds>)
        group by a.principal_id, a.principal_type) d
      full join (
        select distinct m.member_id as principal_id, 'indirect' as membership
        from directory_app_role_assignment a
        join directory_group_member m on m.group_id = a.principal_id and m.member_type = 'user'
        where a.resource_id = r.id and a.principal_type = 'group' and 'user' in (<kinds>)) n
        on n.principal_id = d.principal_id""";

  private static final String ALWAYS_DIRECT =
      """
      select h.principal_id, h.principal_type,
        cast(null as timestamptz) as resource_sign_in_date_time, r.id as resource_id,
        'direct' as membership
      from (
      %s) h""";

  private static final String HELD_ROLE =
      """
      select a.principal_id, a.principal_type from %s a
      where a.role_definition_id = r.id and a.principal_type in (<kinds>)""";

  private static final String ACCESS_PACKAGE =
      """
      select distinct a.target_id as principal_id, 'user' as principal_type
      from directory_access_package_assignment a
      where a.assignment_policy_id = r.id and 'user' in (<kinds>)
        and a.state in ('partiallyDelivered', 'delivered')
        and a.access_package_id = :directoryAccessPackage""";

  static AccessSql of(Holding holding) {
    return switch (holding) {
      case AnyGroup any -> new AccessSql(ANY_GROUP, Map.of());
      case Membership membership -> new AccessSql(membership(membership.ways()), Map.of());
      case AppAssignment assignment -> new AccessSql(APP_ASSIGNMENT, Map.of());
      case Role role -> new AccessSql(ALWAYS_DIRECT.formatted(role(role)), Map.of());
      case AccessPackage assigned -> accessPackage(assigned);
    };
  }

  private static String membership(Set<Way> ways) {
    if (ways.equals(Set.of(Way.DIRECT))) {
      return DIRECT;
    }
    var members = ways.contains(Way.DIRECT) ? Stream.of(DIRECT_MEMBERS) : Stream.<String>empty();
    var guests =
        ways.contains(Way.SHARED_CHANNEL)
            ? Stream.of(IN_SHARED_CHANNELS + (ways.contains(Way.DIRECT) ? NOT_MEMBERS_TOO : ""))
            : Stream.<String>empty();
    return """
    select coalesce(d.principal_id, n.principal_id) as principal_id,
      coalesce(d.principal_type, n.principal_type) as principal_type,
      cast(null as timestamptz) as resource_sign_in_date_time, r.id as resource_id,
      concat_ws(',', d.membership, n.membership) as membership
    from (select x.*, 'direct' as membership from (
    %s) x) d
    full join (select x.*, 'indirect' as membership from (
    %s) x) n on n.principal_id = d.principal_id"""
        .formatted(
            Stream.concat(members, guests).collect(Collectors.joining("\nunion all\n")),
            ways.contains(Way.NESTED) ? NESTED_MEMBERS : NOBODY);
  }

  private static String role(Role role) {
    var type =
        role.assignmentType().map(some -> " and a.assignment_type = '" + some + "'").orElse("");
    var active = HELD_ROLE.formatted("directory_role_assignment") + type;
    var eligible = HELD_ROLE.formatted("directory_role_eligibility");
    if (role.active() && role.eligible()) {
      return active + "\nunion\n" + eligible;
    }
    return (role.active() ? active : eligible) + "\ngroup by a.principal_id, a.principal_type";
  }

  private static AccessSql accessPackage(AccessPackage assigned) {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("directoryAccessPackage", assigned.accessPackage());
    assigned.catalog().ifPresent(id -> parameters.put("directoryCatalog", id));
    var ofCatalog = assigned.catalog().isPresent() ? " and a.catalog_id = :directoryCatalog" : "";
    return new AccessSql(ALWAYS_DIRECT.formatted(ACCESS_PACKAGE + ofCatalog), parameters);
  }
}
