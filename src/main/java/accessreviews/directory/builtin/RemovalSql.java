package accessreviews.directory.builtin;

import accessreviews.scopes.AccessQuery;
import accessreviews.scopes.Holding.AccessPackage;
import accessreviews.scopes.Holding.AnyGroup;
import accessreviews.scopes.Holding.AppAssignment;
import accessreviews.scopes.Holding.Membership;
import accessreviews.scopes.Holding.Role;
import accessreviews.scopes.Holding.Way;

/**
 * How access is taken away: in one statement, which judges every row of {@code access_removal} that
 * has no result, deletes what gives the access, and says what came of it.
 */
final class RemovalSql {
  /** What came of a removal, and why. */
  private static final String REMOVAL =
      """
      with todo as (
        select r.item_id, r.principal_id, r.resource_id, o.id is not null as is_there
        from access_removal r left join directory_object o on o.id = r.principal_id
        where r.apply_result is null),
      <judged>
      update access_removal r set apply_result = v.result, apply_description = v.description
      from judged j join (values
        ('removed', 'AppliedSuccessfully', null),
        ('no principal', 'AppliedSuccessfullyButObjectNotFound',
          'The principal is no longer in the directory.'),
        ('no resource', 'AppliedSuccessfullyButObjectNotFound',
          'The resource is no longer in the directory.'),
        ('no access', 'AppliedSuccessfullyButObjectNotFound',
          'The principal no longer had the access.'),
        ('synced', 'ApplyNotSupported',
          'The group is synchronised from on-premises; its members are changed there.'),
        ('dynamic', 'ApplyNotSupported',
          'The members of the group follow from its membership rule.'),
        ('mail', 'ApplyNotSupported',
          'The group is mail-enabled but no Microsoft 365 group; its members are changed in Exchange.'),
        ('through group', 'ApplyNotSupported',
          'The principal has the access through a group.'))
        v (verdict, result, description) on v.verdict = j.verdict
      where r.item_id = j.item_id
      """;

  private static final String FROM_GROUPS =
      """
      nested as (
        select distinct t.item_id
        from (select distinct resource_id from todo) g
        cross join lateral directory_groups_within(g.resource_id) w (id)
        join directory_group_member m on m.group_id = w.id and w.id <> g.resource_id
        join todo t on t.resource_id = g.resource_id and t.principal_id = m.member_id),
      in_channels as (
        select distinct t.item_id
        from todo t join directory_channel s on s.team_id = t.resource_id
          and s.membership_type = 'shared' and <channels>
        join directory_channel_member c on c.channel_id = s.id and c.user_id = t.principal_id),
      judged as (
        select t.*, case
          when not t.is_there then 'no principal'
          when g.id is null then 'no resource'
          when m.member_id is null and c.item_id is null then
            case when n.item_id is null then 'no access' else 'through group' end
          when g.on_premises_sync_enabled then 'synced'
          when g.group_types @> array['DynamicMembership'] then 'dynamic'
          when g.mail_enabled and not g.group_types @> array['Unified'] then 'mail'
          else 'removed' end as verdict
        from todo t
        left join directory_group g on g.id = t.resource_id
        left join directory_group_member m
          on m.group_id = t.resource_id and m.member_id = t.principal_id
        left join in_channels c on c.item_id = t.item_id
        left join nested n on n.item_id = t.item_id),
      left_group as (
        delete from directory_group_member m using judged j
        where j.verdict = 'removed' and m.group_id = j.resource_id
          and m.member_id = j.principal_id),
      left_channels as (
        delete from directory_channel_member c using judged j, directory_channel s
        where <channels> and j.verdict = 'removed' and s.team_id = j.resource_id
          and s.membership_type = 'shared'
          and c.channel_id = s.id and c.user_id = j.principal_id)""";

  private static final String FROM_APPS =
      """
      direct as (
        select distinct t.item_id from todo t join directory_app_role_assignment a
          on a.resource_id = t.resource_id and a.principal_id = t.principal_id),
      through_group as (
        select distinct t.item_id from todo t join directory_app_role_assignment a
          on a.resource_id = t.resource_id and a.principal_type = 'group'
        join directory_group_member m
          on m.group_id = a.principal_id and m.member_id = t.principal_id
          and m.member_type = 'user'),
      judged as (
        select t.*, case
          when not t.is_there then 'no principal'
          when s.id is null then 'no resource'
          when d.item_id is not null then 'removed'
          when g.item_id is not null then 'through group'
          else 'no access' end as verdict
        from todo t
        left join directory_service_principal s on s.id = t.resource_id
        left join direct d on d.item_id = t.item_id
        left join through_group g on g.item_id = t.item_id),
      removed as (
        delete from directory_app_role_assignment a using judged j
        where j.verdict = 'removed' and a.resource_id = j.resource_id
          and a.principal_id = j.principal_id)""";

  private static final String FROM_ROLES =
      """
      judged as (
        select t.*, case
          when not t.is_there then 'no principal'
          when d.id is null then 'no resource'
          when h.role_definition_id is null then 'no access'
          else 'removed' end as verdict
        from todo t
        left join directory_role_definition d on d.id = t.resource_id
        left join (
          select a.role_definition_id, a.principal_id from directory_role_assignment a
          where <active>
          union
          select role_definition_id, principal_id from directory_role_eligibility
          where <eligible>) h
          on h.role_definition_id = t.resource_id and h.principal_id = t.principal_id),
      inactive as (
        delete from directory_role_assignment a using judged j
        where <active> and j.verdict = 'removed' and a.role_definition_id = j.resource_id
          and a.principal_id = j.principal_id),
      ineligible as (
        delete from directory_role_eligibility e using judged j
        where <eligible> and j.verdict = 'removed' and e.role_definition_id = j.resource_id
          and e.principal_id = j.principal_id)""";

  /** Of a policy the directory knows no more than its assignments. */
  private static final String FROM_POLICIES =
      """
      judged as (
        select t.*, case
          when not t.is_there then 'no principal'
          when p.assignment_policy_id is null then 'no resource'
          when h.target_id is null then 'no access'
          else 'removed' end as verdict
        from todo t
        left join (
          select distinct assignment_policy_id from directory_access_package_assignment) p
          on p.assignment_policy_id = t.resource_id
        left join (
          select distinct assignment_policy_id, target_id from directory_access_package_assignment
          where state in ('partiallyDelivered', 'delivered')) h
          on h.assignment_policy_id = t.resource_id and h.target_id = t.principal_id),
      removed as (
        delete from directory_access_package_assignment a using judged j
        where j.verdict = 'removed' and a.assignment_policy_id = j.resource_id
          and a.target_id = j.principal_id
          and a.state in ('partiallyDelivered', 'delivered'))""";

  static final String BLOCK_GUESTS =
      """
      with blocked as (
        update directory_user u set account_enabled = false, version = u.version + 1
        from (
          select distinct principal_id from access_removal where apply_result is null) r
        where u.id = r.principal_id and u.user_type = 'Guest'
        returning u.id),
      due as (
        insert into directory_blocked_guest (id, delete_at) select id, :deletion from blocked
        on conflict (id) do nothing)
      update access_removal r set apply_result = 'AppliedSuccessfully',
        apply_description = 'The guest is blocked from signing in, and deleted later.'
      from blocked b where b.id = r.principal_id and r.apply_result is null""";

  private RemovalSql() {}

  /** The statement that takes away the access that {@code query} asks for. */
  static String of(AccessQuery query) {
    return REMOVAL.replace(
        "<judged>",
        switch (query.holding()) {
          case AnyGroup any -> FROM_GROUPS.replace("<channels>", "false");
          case Membership membership ->
              FROM_GROUPS.replace(
                  "<channels>", Boolean.toString(membership.ways().contains(Way.SHARED_CHANNEL)));
          case AppAssignment assignment -> FROM_APPS;
          case Role role -> fromRoles(role);
          case AccessPackage assigned -> FROM_POLICIES;
        });
  }

  /** A review of eligible assignments leaves active ones alone, and the other way round. */
  private static String fromRoles(Role role) {
    var type =
        role.assignmentType().map(some -> "a.assignment_type = '" + some + "'").orElse("true");
    return FROM_ROLES
        .replace("<active>", role.active() ? type : "false")
        .replace("<eligible>", Boolean.toString(role.eligible()));
  }
}
