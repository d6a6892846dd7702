-- PATCH of a decision: OpenItem, Recording. No two clients have the same items.
\set n 1 + :client_id + :clients * random(0, :decided / :clients - 1)
begin;
select * from (
  select d.version, i.status, s.id as stage, s.status as stage_status,
    coalesce((d.reviewer_id = md5('boss')::uuid or exists (
      select from access_review_reviewer r where r.instance_id = d.instance_id
        and r.stage = d.stage and r.user_id = md5('boss')::uuid and r.contacted
        and r.listed = d.route offset 0)), false) as in_charge,
    exists (
      select from access_review_stage_decision was where was.instance_id = d.instance_id
        and was.item_id = d.id and was.stage <> d.stage
        and (was.reviewer_id = md5('boss')::uuid or exists (
          select from access_review_reviewer r where r.instance_id = d.instance_id
            and r.stage = was.stage and r.user_id = md5('boss')::uuid and r.contacted
            and r.listed = was.route offset 0))) as was_in_charge,
    coalesce(cast(i.settings ->> 'justificationRequiredOnApproval' as boolean), false)
      as justification_required
  from access_review_decision_item d
    join access_review_instance i on i.id = d.instance_id
    left join access_review_stage s on s.instance_id = d.instance_id and s.stage_id = d.stage
  where d.id = md5('decided' || :n)::uuid and i.id = md5('decided')::uuid
    and i.definition_id = md5('decided')::uuid
  for share of i) found
where in_charge or was_in_charge \gset was_
with target as (
  select d.id, d.instance_id, i.definition_id, d.stage, d.principal_id, d.resource_id,
    d.decision as before, 'Approve' as decision,
    case when d.reviewer_id = md5('boss')::uuid then 'individual' else d.route end as acting_as
  from access_review_decision_item d
    join access_review_instance i on i.id = d.instance_id
  where d.id = md5('decided' || :n)::uuid and d.version = :was_version and i.status = 'InProgress'
    and (d.stage = '' or exists (
      select from access_review_stage s where s.instance_id = d.instance_id
        and s.stage_id = d.stage and s.status = 'InProgress'))
    and (d.reviewer_id = md5('boss')::uuid or exists (
      select from access_review_reviewer r where r.instance_id = d.instance_id
        and r.stage = d.stage and r.user_id = md5('boss')::uuid and r.contacted
        and r.listed = d.route offset 0))
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
  a.identity, t.acting_as, 'single', count(*) over (), t.before, t.decision, 'works here'
from target t, actor a;
commit;
