-- Begins the stage :stage of instances, as their settings plan it.
insert into access_review_stage
  (id, version, instance_id, stage_id, start_date_time, end_date_time, status, reviewers,
   fallback_reviewers)
select gen_random_uuid(), 0, i.id, cast(:stage as text), cast(:start as timestamptz),
  cast(:end as timestamptz), 'InProgress',
  coalesce(nullif(planned.stage -> 'reviewers', 'null'), '[]'),
  coalesce(nullif(planned.stage -> 'fallbackReviewers', 'null'), '[]')
from access_review_instance i, jsonb_path_query(i.stage_settings, '$[*]') planned (stage)
where planned.stage ->> 'stageId' = :stage and i.id = any(:instances);
