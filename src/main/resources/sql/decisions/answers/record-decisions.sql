-- Records a decision on items: on the items, in their stages and in the evidence log, one entry for
-- each. Without :decision each item gets what is recommended for it. Without :acting_as the log
-- says as what :caller reviews each item: an item's own reviewer can be the person concerned.
-- Answers how many items got which decision.
-- Hole :items, for example d.id = :item: which items d of an instance i.
with target as (
  select d.id, d.instance_id, i.definition_id, d.stage, d.principal_id, d.resource_id,
    d.recommendation, d.decision as before,
    coalesce(cast(:decision as text), d.recommendation) as decision,
    coalesce(cast(:acting_as as text),
      case
        when d.reviewer_id is distinct from cast(:caller as uuid) then d.route
        when d.principal_id = d.reviewer_id then 'person concerned'
        else 'individual'
      end) as acting_as
  from access_review_decision_item d
    join access_review_instance i on i.id = d.instance_id
  where :items
  order by d.id
  for update of d),
actor as (
  select to_jsonb(a) as identity, row_to_json(a) as line
  from (
    select cast(:actor as text) as id, cast(:actor_name as text) as "displayName",
      cast(:actor_user as text) as "userPrincipalName") a),
decided as (
  update access_review_decision_item d
  set decision = t.decision, justification = :justification,
    reviewed_by = case when t.decision <> 'NotReviewed' then a.identity end,
    reviewed_date_time = case when t.decision <> 'NotReviewed' then cast(:now as timestamptz) end,
    version = d.version + 1
  from target t, actor a
  where d.id = t.id),
decided_in_stage as (
  update access_review_stage_decision s
  set decision = t.decision, justification = :justification,
    reviewed_by = case when t.decision <> 'NotReviewed' then a.identity end,
    reviewed_date_time = case when t.decision <> 'NotReviewed' then cast(:now as timestamptz) end,
    version = s.version + 1
  from target t, actor a
  where s.instance_id = t.instance_id and s.stage = t.stage and s.item_id = t.id),
entered as (
  insert into evidence_entry (type, at, definition_id, instance_id, item_id, entry)
  select e.type, :now, t.definition_id, t.instance_id, t.id, cast(row_to_json(e) as text)
  from (select *, count(*) over () as call_size from target) t
    cross join actor a
    cross join lateral (
      select 'decision' as type, evidence_instant(:now) as at, a.line as actor,
        t.definition_id as "definitionId", t.instance_id as "instanceId",
        nullif(t.stage, '') as "stageId", t.id as "itemId", t.principal_id as "principalId",
        t.resource_id as "resourceId", t.before, t.decision,
        cast(:justification as text) as justification, t.recommendation, t.acting_as as "actingAs", cast(:call as text) as call,
        t.call_size as "callSize") e)
select t.decision, count(*) as items
from target t
group by t.decision;
