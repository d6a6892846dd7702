-- PUT of one instance by all: with the lock, as pgbench's clients have no line to wait in.
\set n 1
\set reviewer random(2, :reviewers)
begin;
select ari1_0.id, ari1_0.definition_id, ari1_0.end_date_time, ari1_0.errors,
  ari1_0.fallback_reviewers, ari1_0.next_transition_at, ari1_0.occurrence, ari1_0.resource,
  ari1_0.resource_id, ari1_0.reviewers, ari1_0.scope, ari1_0.scope_query, ari1_0.stage_settings,
  ari1_0.start_date_time, ari1_0.status, ari1_0.version
from access_review_instance ari1_0
where ari1_0.id=md5('instance' || :n)::uuid and ari1_0.definition_id=md5('instance' || :n)::uuid
for no key update of ari1_0 \gset was_
update access_review_instance
set reviewers=jsonb_build_array(jsonb_build_object('query', '/users/' || md5('reviewer' || :reviewer)::uuid,
    'queryRoot', null, 'queryType', 'MicrosoftGraph')),
  version=:was_version + 1
where id=md5('instance' || :n)::uuid and version=:was_version;
@send life/rounds/write-reviewers
  found =
    select i.id, r.user_id, r.display_name, r.user_principal_name, 'primary'
    from access_review_instance i cross join lateral (@directory/builtin/reviewers-named#1) r
    where i.id = any(:instances)
    union all
    select i.id, r.user_id, r.display_name, r.user_principal_name, 'fallback'
    from access_review_instance i cross join lateral (@directory/builtin/reviewers-named#2) r
    where i.id = any(:instances)
  directory_users1 = array[md5('reviewer' || :reviewer)::uuid]
  directory_users2 = array[md5('boss')::uuid, md5('reviewer1')::uuid]
  instances = array[md5('instance' || :n)::uuid]
  stage = ''
  contacted = true
  kept = false
  now = now()
@end
commit;
