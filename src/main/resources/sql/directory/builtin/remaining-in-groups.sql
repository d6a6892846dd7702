-- Says of memberships that were just taken away which groups within the group the principal is
-- still in: up to five of them by name.
with gone as (
  select r.item_id, r.principal_id, r.resource_id
  from access_removal r
  where r.apply_result = 'AppliedSuccessfully' and r.apply_description is null),
remaining as (
  select g.item_id, array_agg(distinct '"' || inner_group.display_name || '"') as names
  from (select distinct resource_id from gone) reviewed
    cross join lateral directory_groups_within(reviewed.resource_id) w (id)
    join directory_group_member m on m.group_id = w.id and w.id <> reviewed.resource_id
    join gone g on g.resource_id = reviewed.resource_id and g.principal_id = m.member_id
    join directory_group inner_group on inner_group.id = w.id
  group by g.item_id)
update access_removal r
set access_remains = true,
  apply_description = directory_removal_incomplete('a member', remaining.names)
from remaining
where r.item_id = remaining.item_id;
