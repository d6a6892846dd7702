-- Enters the end of stages, and what was decided in them.
insert into evidence_entry (type, at, definition_id, instance_id, entry)
select e.type, cast(:now as timestamptz), i.definition_id, i.id, cast(row_to_json(e) as text)
from access_review_stage s
  join access_review_instance i on i.id = s.instance_id
  cross join lateral (
    select 'stage.ended' as type, evidence_instant(:now) as at, cast(:actor as json) as actor,
      i.definition_id as "definitionId", i.id as "instanceId", s.stage_id as "stageId",
      evidence_stage_decisions(i.id, s.stage_id) as decisions) e
where s.id = any(:stages)
order by i.id;
