-- Takes away directory roles: judges every row of access_removal without a result, deletes what
-- gives the access, and writes what came of it. Assignments count with :active, and only those of
-- :assignment_type where it is given; eligibilities count with :eligible.
with todo as (
  select r.item_id, r.principal_id, r.resource_id, o.id is not null as principal_exists
  from access_removal r left join directory_object o on o.id = r.principal_id
  where r.apply_result is null),
judged as (
  select t.*,
    directory_removal_verdict(t.principal_exists, d.id is not null,
      h.role_definition_id is not null, false) as verdict
  from todo t
    left join directory_role_definition d on d.id = t.resource_id
    left join (
      select a.role_definition_id, a.principal_id from directory_role_assignment a
      where :active and a.assignment_type = coalesce(:assignment_type, a.assignment_type)
      union
      select role_definition_id, principal_id from directory_role_eligibility
      where :eligible) h
      on h.role_definition_id = t.resource_id and h.principal_id = t.principal_id),
inactive as (
  delete from directory_role_assignment a using judged j
  where :active and a.assignment_type = coalesce(:assignment_type, a.assignment_type)
    and j.verdict = 'removed' and a.role_definition_id = j.resource_id
    and a.principal_id = j.principal_id),
ineligible as (
  delete from directory_role_eligibility e using judged j
  where :eligible and j.verdict = 'removed' and e.role_definition_id = j.resource_id
    and e.principal_id = j.principal_id)
update access_removal r
set apply_result = result.apply_result, apply_description = result.apply_description
from judged j join directory_removal_result result on result.verdict = j.verdict
where r.item_id = j.item_id;
