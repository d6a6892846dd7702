-- Says of assignments that were just taken away through which assigned groups the principal still
-- has one: up to five of them by name.
with gone as (
  select r.item_id, r.principal_id, r.resource_id
  from access_removal r
  where r.apply_result = 'AppliedSuccessfully' and r.apply_description is null),
remaining as (
  select g.item_id, array_agg(distinct '"' || assigned.display_name || '"') as names
  from gone g
    join directory_app_role_assignment a
      on a.resource_id = g.resource_id and a.principal_type = 'group'
    join directory_group_member m
      on m.group_id = a.principal_id and m.member_id = g.principal_id and m.member_type = 'user'
    join directory_group assigned on assigned.id = a.principal_id
  group by g.item_id)
update access_removal r
set access_remains = true,
  apply_description = directory_removal_incomplete('assigned', remaining.names)
from remaining
where r.item_id = remaining.item_id;
