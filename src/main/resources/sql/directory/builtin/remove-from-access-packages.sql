-- Takes away access packages: judges every row of access_removal without a result, deletes what
-- gives the access, and writes what came of it. Of a policy the directory knows no more than its
-- assignments.
with todo as (
  select r.item_id, r.principal_id, r.resource_id, o.id is not null as principal_exists
  from access_removal r left join directory_object o on o.id = r.principal_id
  where r.apply_result is null),
judged as (
  select t.*,
    directory_removal_verdict(t.principal_exists, p.assignment_policy_id is not null,
      h.target_id is not null, false) as verdict
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
    and a.state in ('partiallyDelivered', 'delivered'))
update access_removal r
set apply_result = result.apply_result, apply_description = result.apply_description
from judged j join directory_removal_result result on result.verdict = j.verdict
where r.item_id = j.item_id;
