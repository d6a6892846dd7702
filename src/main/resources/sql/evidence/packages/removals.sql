-- The denied items of the instance :instance, and those with a removal, with the last removal of
-- each in the words of the log.
with removed as (
  select distinct on (e.item_id) e.item_id, r.*
  from evidence_entry e
    cross join lateral json_to_record(cast(e.entry as json)) as r (
      at text, actor json, result text, description text, "confirmedAt" text)
  where e.instance_id = :instance and e.type = 'removal'
  order by e.item_id, e.id desc)
select d.id::text, d.principal_id::text, d.principal_name, d.principal_user_name,
  d.resource_id::text, d.resource_name, d.decision, r.result, r.description, r.at,
  r.actor ->> 'id', r.actor ->> 'displayName', r."confirmedAt"
from access_review_decision_item d left join removed r on r.item_id = d.id
where d.instance_id = :instance and (d.decision = 'Deny' or r.item_id is not null)
order by d.id;
