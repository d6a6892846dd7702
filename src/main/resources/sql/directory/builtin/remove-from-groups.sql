-- Takes away memberships of groups: judges every row of access_removal without a result, deletes
-- what gives the access, and writes what came of it. With :shared_channels memberships of the
-- shared channels of teams are access, too.
with todo as (
  select r.item_id, r.principal_id, r.resource_id, o.id is not null as principal_exists
  from access_removal r left join directory_object o on o.id = r.principal_id
  where r.apply_result is null),
nested as (
  select distinct t.item_id
  from (select distinct resource_id from todo) g
    cross join lateral directory_groups_within(g.resource_id) w (id)
    join directory_group_member m on m.group_id = w.id and w.id <> g.resource_id
    join todo t on t.resource_id = g.resource_id and t.principal_id = m.member_id),
in_channels as (
  select distinct t.item_id
  from todo t
    join directory_channel s
      on s.team_id = t.resource_id and s.membership_type = 'shared' and :shared_channels
    join directory_channel_member c on c.channel_id = s.id and c.user_id = t.principal_id),
judged as (
  select t.*,
    directory_group_removal_verdict(t.principal_exists, g.id is not null,
      m.member_id is not null or c.item_id is not null, n.item_id is not null,
      g.on_premises_sync_enabled, g.group_types, g.mail_enabled) as verdict
  from todo t
    left join directory_group g on g.id = t.resource_id
    left join directory_group_member m
      on m.group_id = t.resource_id and m.member_id = t.principal_id
    left join in_channels c on c.item_id = t.item_id
    left join nested n on n.item_id = t.item_id),
left_group as (
  delete from directory_group_member m using judged j
  where j.verdict = 'removed' and m.group_id = j.resource_id and m.member_id = j.principal_id),
left_channels as (
  delete from directory_channel_member c using judged j, directory_channel s
  where :shared_channels and j.verdict = 'removed' and s.team_id = j.resource_id
    and s.membership_type = 'shared' and c.channel_id = s.id and c.user_id = j.principal_id)
update access_removal r
set apply_result = result.apply_result, apply_description = result.apply_description
from judged j join directory_removal_result result on result.verdict = j.verdict
where r.item_id = j.item_id;
