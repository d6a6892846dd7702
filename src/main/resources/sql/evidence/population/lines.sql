-- The lines of population.csv: one for each item of instances, those of an instance together. The
-- bytes are part of the evidence log (instance.started), so a line never changes. The order is that
-- of an index, which has each principal and resource once; it is made before the lines are.
select d.instance_id,
  concat(
    d.id,
    ',', 'built-in',
    ',', d.principal_id,
    ',', evidence_cell(d.principal_name),
    ',', evidence_cell(d.principal_user_name),
    ',', d.principal_type,
    ',', d.principal_app_id,
    ',', d.manager_id,
    ',', evidence_instant(d.last_sign_in_date_time),
    ',', 'built-in',
    ',', d.resource_id,
    ',', evidence_cell(d.resource_name),
    ',', d.resource_type,
    ',', d.resource_app_id,
    ',', evidence_instant(d.resource_sign_in_date_time),
    ',', replace(d.membership, ',', ' '),
    ',', evidence_cell(d.membership_through)) as line
from (
  select *
  from access_review_decision_item
  where instance_id = any(:instances)
  order by instance_id, principal_id, resource_id
  offset 0) d;
