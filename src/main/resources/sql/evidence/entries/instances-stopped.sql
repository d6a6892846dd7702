-- Enters that a caller stops instances, and what was decided by then.
insert into evidence_entry (type, at, definition_id, instance_id, entry)
select e.type, cast(:now as timestamptz), i.definition_id, i.id, cast(row_to_json(e) as text)
from access_review_instance i
  cross join lateral (
    select 'instance.stopped' as type, evidence_instant(:now) as at, cast(:actor as json) as actor,
      i.definition_id as "definitionId", i.id as "instanceId",
      evidence_decisions(i.id) as decisions) e
where i.id = any(:instances)
order by i.id;
