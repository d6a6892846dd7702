-- Parts of entries about instances.

-- How many items of an instance have which decision.
create or replace function evidence_decisions(instance uuid) returns json
  language sql stable as $$
  select row_to_json(counted) from (
    select count(*) filter (where d.decision = 'Approve') as "Approve",
      count(*) filter (where d.decision = 'Deny') as "Deny",
      count(*) filter (where d.decision = 'DontKnow') as "DontKnow",
      count(*) filter (where d.decision = 'NotReviewed') as "NotReviewed"
    from access_review_decision_item d
    where d.instance_id = $1) counted
$$;

-- How many items of a stage had which decision in it.
create or replace function evidence_stage_decisions(instance uuid, stage text) returns json
  language sql stable as $$
  select row_to_json(counted) from (
    select count(*) filter (where d.decision = 'Approve') as "Approve",
      count(*) filter (where d.decision = 'Deny') as "Deny",
      count(*) filter (where d.decision = 'DontKnow') as "DontKnow",
      count(*) filter (where d.decision = 'NotReviewed') as "NotReviewed"
    from access_review_stage_decision d
    where d.instance_id = $1 and d.stage = $2) counted
$$;

-- How many items of an instance went to a list of reviewers, or to nobody.
create or replace function evidence_items_on(instance uuid, route text) returns bigint
  language sql stable as $$
  select cast(coalesce(sum(c.items), 0) as bigint)
  from access_review_item_count c
  where c.instance_id = $1 and c.route = $2
$$;

-- A value as a member of an entry, whose length is limited: a long one by its digest and its size.
create or replace function evidence_fitting(value jsonb) returns jsonb
  language sql immutable as $$
  select case
    when octet_length(cast($1 as text)) <= 48000 then $1
    else jsonb_build_object(
      'sha256', encode(sha256(convert_to(cast($1 as text), 'UTF8')), 'hex'),
      'size', octet_length(cast($1 as text)))
  end
$$;

-- Made the lines of population.csv, which the service makes now.
drop function if exists evidence_cell(text);
