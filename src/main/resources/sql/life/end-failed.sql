-- Ends the instance :row, or that of the stage :row, and those of its occurrence that wait for the
-- same step: same status, same instant, same open stage.
with one as (
  select i.*, stage.stage_id from access_review_instance i
  left join access_review_stage stage on stage.instance_id = i.id and stage.status = 'InProgress'
  where i.id = coalesce((select instance_id from access_review_stage where id = :row), :row)
), failing as (
  select i.id, stage.id as stage
  from one
  join access_review_instance i using (definition_id, occurrence, status)
  left join access_review_stage stage on stage.instance_id = i.id and stage.status = 'InProgress'
  where i.next_transition_at is not distinct from one.next_transition_at
    and stage.stage_id is not distinct from one.stage_id
), stages as (
  update access_review_stage set status = 'Failed', version = version + 1
  where id in (select stage from failing)
)
update access_review_instance
set status = 'Failed', next_transition_at = null, version = version + 1,
  errors = jsonb_build_array(jsonb_build_object('code', cast(:code as text),
    'message', cast(:message as text)))
where id in (select id from failing)
returning id;
