-- Who is told, and what is left to answer (docs/adr/0032).

-- The items that a user has to answer in an open stage of an instance, or in an instance without
-- stages (stage is empty then): items of their own, and those on their list. In a stage its own
-- decisions count.
create or replace function notice_open_items(instance uuid, stage text, reader uuid) returns bigint
  language sql stable as $$
  select (
    select count(*)
    from access_review_decision_item d
      left join access_review_stage_decision s
        on s.instance_id = d.instance_id and s.stage = d.stage and s.item_id = d.id
    where d.instance_id = $1 and d.stage = $2 and d.reviewer_id = $3
      and coalesce(s.decision, d.decision) = 'NotReviewed')
  + (
    select count(*)
    from access_review_asked_reviewer r
      join access_review_decision_item d
        on d.instance_id = r.instance_id and d.stage = r.stage and d.route = r.route
      left join access_review_stage_decision s
        on s.instance_id = d.instance_id and s.stage = d.stage and s.item_id = d.id
    where r.instance_id = $1 and r.stage = $2 and r.user_id = $3
      and d.reviewer_id is distinct from $3
      and coalesce(s.decision, d.decision) = 'NotReviewed')
$$;

-- Whether a user reviews their own access in a stage of an instance, and nobody else's.
create or replace function notice_self_review(instance uuid, stage text, reader uuid)
  returns boolean
  language sql stable as $$
  select exists (
      select from access_review_decision_item d
      where d.instance_id = $1 and d.stage = $2 and d.reviewer_id = $3 and d.principal_id = $3)
    and not exists (
      select from access_review_decision_item d
      where d.instance_id = $1 and d.stage = $2 and d.reviewer_id = $3 and d.principal_id <> $3)
    and not exists (
      select from access_review_asked_reviewer r
      where r.instance_id = $1 and r.stage = $2 and r.user_id = $3 and r.route is not null)
$$;

-- Whether nobody is told any more what a notice says, and why.
create or replace function notice_is_over(kind text, status text, stage text, stage_status text)
  returns text
  language sql immutable as $$
  select case
    when status is null then 'instanceDeleted'
    when kind in ('completed', 'completedAdditionalRecipients') then null
    when status not in ('NotStarted', 'Initializing', 'Starting', 'InProgress')
      then 'instanceEnded'
    when stage <> '' and coalesce(stage_status, '')
        not in ('NotStarted', 'Initializing', 'Starting', 'InProgress')
      then 'stageEnded'
  end
$$;

-- How long a notice waits for its next attempt after so many.
create or replace function notice_pause(attempts integer) returns interval
  language sql immutable as $$
  select case
    when attempts <= 1 then interval '1 minute'
    when attempts = 2 then interval '5 minutes'
    when attempts = 3 then interval '15 minutes'
    when attempts = 4 then interval '30 minutes'
    else interval '1 hour'
  end
$$;
