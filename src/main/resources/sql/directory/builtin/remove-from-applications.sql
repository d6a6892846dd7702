-- Takes away assignments to applications: judges every row of access_removal without a result,
-- deletes what gives the access, and writes what came of it.
with todo as (
  select r.item_id, r.principal_id, r.resource_id, o.id is not null as principal_exists
  from access_removal r left join directory_object o on o.id = r.principal_id
  where r.apply_result is null),
direct as (
  select distinct t.item_id
  from todo t join directory_app_role_assignment a
    on a.resource_id = t.resource_id and a.principal_id = t.principal_id),
through_group as (
  select distinct t.item_id
  from todo t
    join directory_app_role_assignment a
      on a.resource_id = t.resource_id and a.principal_type = 'group'
    join directory_group_member m
      on m.group_id = a.principal_id and m.member_id = t.principal_id
        and m.member_type = 'user'),
judged as (
  select t.*,
    directory_removal_verdict(t.principal_exists, s.id is not null, d.item_id is not null,
      g.item_id is not null) as verdict
  from todo t
    left join directory_service_principal s on s.id = t.resource_id
    left join direct d on d.item_id = t.item_id
    left join through_group g on g.item_id = t.item_id),
removed as (
  delete from directory_app_role_assignment a using judged j
  where j.verdict = 'removed' and a.resource_id = j.resource_id
    and a.principal_id = j.principal_id)
update access_removal r
set apply_result = result.apply_result, apply_description = result.apply_description
from judged j join directory_removal_result result on result.verdict = j.verdict
where r.item_id = j.item_id;
