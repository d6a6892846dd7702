-- Enters the end of instances: what became of them, and their decisions.
insert into evidence_entry (type, at, definition_id, instance_id, entry)
select e.type, cast(:now as timestamptz), i.definition_id, i.id, cast(row_to_json(e) as text)
from access_review_instance i
  cross join lateral (
    select 'instance.ended' as type, evidence_instant(:now) as at, cast(:actor as json) as actor,
      i.definition_id as "definitionId", i.id as "instanceId", i.status, i.errors,
      evidence_decisions(i.id) as decisions) e
where i.id = any(:instances) and i.definition_id is not null
order by i.id;
