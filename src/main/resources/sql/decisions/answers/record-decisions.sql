-- Records a decision on items: on the items, in their stages and in the decision log, one line for
-- each. Without :decision each item gets what is recommended for it. Without :acting_as the log says
-- as what :caller reviews each item: an item's own reviewer can be the person concerned.
-- Hole :items, for example d.id = :item: which items d of an instance i.
with target as (
  select d.id, d.instance_id, i.definition_id, d.stage, d.principal_id, d.resource_id,
    d.decision as before, coalesce(cast(:decision as text), d.recommendation) as decision,
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
  select jsonb_build_object('id', cast(:actor as text), 'displayName', cast(:actor_name as text),
    'userPrincipalName', cast(:actor_user as text)) as identity),
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
  where s.instance_id = t.instance_id and s.stage = t.stage and s.item_id = t.id)
insert into access_review_decision_log
  (definition_id, instance_id, stage, item_id, principal_id, resource_id, at, actor, acting_as, call,
   call_size, decision_before, decision, justification)
select t.definition_id, t.instance_id, t.stage, t.id, t.principal_id, t.resource_id, :now,
  a.identity, t.acting_as, :call, count(*) over (), t.before, t.decision, :justification
from target t, actor a;
