-- PATCH of a decision: OpenItem, DecisionWrite. No two clients have the same items.
\set n 1 + :client_id + :clients * random(0, :decided / :clients - 1)
begin;
@send decisions/answers/find-open-item
  item = md5('decided' || :n)::uuid
  instance = md5('decided')::uuid
  definition = md5('decided')::uuid
  caller = md5('boss')::uuid
  asked_stage = null
  lock =
@end \gset was_
@send decisions/answers/record-decisions
  decision = 'Approve'
  acting_as = null
  caller = md5('boss')::uuid
  items =
    d.id = md5('decided' || :n)::uuid and d.version = :was_version and i.status = 'InProgress' and (d.stage = '' or exists (
      select from access_review_stage s where s.instance_id = d.instance_id
        and s.stage_id = d.stage and s.status = 'InProgress'))
    and exists (
      select from access_review_assigned(d.instance_id, d.stage, d.route, d.reviewer_id) assigned
      where assigned.user_id = :caller)
  actor = md5('boss')::uuid
  actor_name = 'Boss'
  actor_user = 'boss@example.com'
  justification = 'works here'
  call = 'single'
  now = now()
@end
commit;
