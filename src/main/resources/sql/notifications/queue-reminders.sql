-- Queues a reminder for everyone who has items to answer in an instance, or in its open stage.
-- Nobody gets a second one while the first waits to be sent.
with waiting as (
  select distinct d.instance_id, d.stage, d.route, d.reviewer_id
  from access_review_decision_item d
  where d.instance_id = :instance and d.decision = 'NotReviewed'
    and (d.stage = '' or d.stage in (
      select s.stage_id from access_review_stage s
      where s.instance_id = :instance and s.status = 'InProgress')))
insert into notice
  (channel, kind, definition_id, instance_id, stage, recipient_id, created_date_time, next_attempt_at)
select distinct 'mail', 'requestedReminder', i.definition_id, asked.instance_id, asked.stage,
  asked.user_id, cast(:now as timestamptz), cast(:now as timestamptz)
from waiting w
  join access_review_instance i on i.id = w.instance_id
  cross join lateral access_review_assigned(w.instance_id, w.stage, w.route, w.reviewer_id) assigned
  join access_review_asked_reviewer asked
    on asked.instance_id = w.instance_id and asked.stage = w.stage
      and asked.user_id = assigned.user_id
on conflict do nothing;
