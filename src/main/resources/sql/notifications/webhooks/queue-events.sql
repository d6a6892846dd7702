-- Queues events of :kinds for :subscriptions, pair by pair, about each of :instances whose status
-- they fit: with the columns of this moment, which are written in Graph's form when they are sent.
-- Without :counts an event counts the decisions of the instance.
insert into notice
  (channel, kind, definition_id, instance_id, stage, subscription, data, created_date_time,
   next_attempt_at)
select 'webhook', w.kind, i.definition_id, i.id,
  case w.kind when 'stage.started' then s.stage_id else '' end, w.subscription,
  jsonb_build_object(
    'instance', jsonb_build_object('id', i.id, 'version', i.version,
      'startDateTime', i.start_date_time, 'endDateTime', i.end_date_time, 'status', i.status,
      'scope', i.scope, 'reviewers', i.reviewers, 'fallbackReviewers', i.fallback_reviewers,
      'errors', i.errors),
    'stage', case w.kind
      when 'stage.started' then jsonb_build_object('id', s.id, 'startDateTime', s.start_date_time,
        'endDateTime', s.end_date_time, 'status', s.status) end,
    'counts', coalesce(cast(:counts as jsonb), cast(evidence_decisions(i.id) as jsonb)))
    || cast(:further as jsonb),
  cast(:now as timestamptz), cast(:now as timestamptz)
from access_review_instance i
  left join access_review_stage s on s.instance_id = i.id and s.status = 'InProgress'
  cross join unnest(cast(:kinds as text[]), cast(:subscriptions as text[]))
    with ordinality w (kind, subscription, place)
where i.id = any(:instances) and i.definition_id is not null
  and case w.kind
    when 'instance.started' then i.status = 'InProgress'
    when 'stage.started' then i.status = 'InProgress' and s.id is not null
    when 'instance.completed' then i.status = 'Completed'
    when 'instance.failed' then i.status = 'Failed'
    else true
  end
order by i.id, w.place;
