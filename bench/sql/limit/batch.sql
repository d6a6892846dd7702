-- batchRecordDecisions of who reviews all: OpenRound, ReviewerList, DecisionWrite.
begin;
select ari1_0.id, ari1_0.definition_id, ari1_0.end_date_time, ari1_0.errors,
  ari1_0.fallback_reviewers, ari1_0.next_transition_at, ari1_0.occurrence, ari1_0.resource,
  ari1_0.resource_id, ari1_0.reviewers, ari1_0.scope, ari1_0.scope_query, ari1_0.stage_settings,
  ari1_0.start_date_time, ari1_0.status, ari1_0.version
from access_review_instance ari1_0
where (ari1_0.id=md5('batch')::uuid and ari1_0.definition_id=md5('batch')::uuid)
  and (ari1_0.id in (select r1_0.instance_id from access_review_asked_reviewer r1_0
    where r1_0.user_id=md5('boss')::uuid))
for share of ari1_0;
select ari1_0.apply_requested_by,ari1_0.settings from access_review_instance ari1_0
where ari1_0.id=md5('batch')::uuid;
select r1_0.stage,r1_0.route from access_review_asked_reviewer r1_0
where r1_0.instance_id=md5('batch')::uuid and r1_0.user_id=md5('boss')::uuid and r1_0.route is not null;
@send decisions/answers/record-decisions
  decision = 'Approve'
  acting_as = null
  caller = md5('boss')::uuid
  items =
    i.id = md5('batch')::uuid and i.status = 'InProgress' and (d.stage = '' or exists (
      select from access_review_stage s where s.instance_id = d.instance_id
        and s.stage_id = d.stage and s.status = 'InProgress'))
    and (d.reviewer_id = :caller or d.stage = '' and d.route = 'primary')
  actor = md5('boss')::uuid
  actor_name = 'Boss'
  actor_user = 'boss@example.com'
  justification = 'works here'
  call = 'batch'
  now = now()
@end
commit;
