-- batchRecordDecisions of who reviews all: OpenRound, ReviewerList, Recording.
begin;
select ari1_0.id, ari1_0.definition_id, ari1_0.end_date_time, ari1_0.errors,
  ari1_0.fallback_reviewers, ari1_0.next_transition_at, ari1_0.occurrence, ari1_0.resource,
  ari1_0.resource_id, ari1_0.reviewers, ari1_0.scope, ari1_0.scope_query, ari1_0.stage_settings,
  ari1_0.start_date_time, ari1_0.status, ari1_0.version
from access_review_instance ari1_0
where (ari1_0.id=md5('batch')::uuid and ari1_0.definition_id=md5('batch')::uuid)
  and (ari1_0.id in (select r1_0.instance_id from access_review_reviewer r1_0
    where r1_0.user_id=md5('boss')::uuid and r1_0.contacted))
for share of ari1_0;
select ari1_0.apply_requested_by,ari1_0.settings from access_review_instance ari1_0
where ari1_0.id=md5('batch')::uuid;
select r1_0.stage,r1_0.listed from access_review_reviewer r1_0
where r1_0.instance_id=md5('batch')::uuid and r1_0.user_id=md5('boss')::uuid and r1_0.contacted
  and r1_0.listed is not null;
with target as (
  select d.id, d.instance_id, i.definition_id, d.stage, d.principal_id, d.resource_id,
    d.decision as before, 'Approve' as decision,
    case when d.reviewer_id = md5('boss')::uuid then 'individual' else d.route end as acting_as
  from access_review_decision_item d
    join access_review_instance i on i.id = d.instance_id
  where i.id = md5('batch')::uuid and i.status = 'InProgress'
    and (d.stage = '' or exists (
      select from access_review_stage s where s.instance_id = d.instance_id
        and s.stage_id = d.stage and s.status = 'InProgress'))
    and (d.reviewer_id = md5('boss')::uuid or d.stage = '' and d.route = 'primary')
  order by d.id
  for update of d),
actor as (
  select jsonb_build_object('id', cast(md5('boss')::uuid as text), 'displayName', cast('Boss' as text),
    'userPrincipalName', cast('boss@example.com' as text)) as identity),
decided as (
  update access_review_decision_item d
  set decision = t.decision, justification = 'works here',
    reviewed_by = case when t.decision <> 'NotReviewed' then a.identity end,
    reviewed_date_time = case when t.decision <> 'NotReviewed' then now() end,
    version = d.version + 1
  from target t, actor a where d.id = t.id),
decided_in_stage as (
  update access_review_stage_decision s
  set decision = t.decision, justification = 'works here',
    reviewed_by = case when t.decision <> 'NotReviewed' then a.identity end,
    reviewed_date_time = case when t.decision <> 'NotReviewed' then now() end,
    version = s.version + 1
  from target t, actor a
  where s.instance_id = t.instance_id and s.stage = t.stage and s.item_id = t.id)
insert into access_review_decision_log
  (definition_id, instance_id, stage, item_id, principal_id, resource_id, at, actor,
   acting_as, call, call_size, decision_before, decision, justification)
select t.definition_id, t.instance_id, t.stage, t.id, t.principal_id, t.resource_id, now(),
  a.identity, t.acting_as, 'batch', count(*) over (), t.before, t.decision, 'works here'
from target t, actor a;
commit;
