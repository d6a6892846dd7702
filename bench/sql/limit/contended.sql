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
set local plan_cache_mode = force_generic_plan;
with found (instance_id, user_id, display_name, user_principal_name, listed) as (
  select i.id, r.user_id, r.display_name, r.user_principal_name, 'primary'
  from access_review_instance i cross join lateral (
    select n.id as user_id, u.display_name, u.user_principal_name
    from unnest(cast(array[md5('reviewer' || :reviewer)::uuid] as uuid[])) n (id)
    left join directory_user u on u.id = n.id) r
  where i.id = any(array[md5('instance' || :n)::uuid])
  union all
  select i.id, r.user_id, r.display_name, r.user_principal_name, 'fallback'
  from access_review_instance i cross join lateral (
    select n.id as user_id, u.display_name, u.user_principal_name
    from unnest(cast(array[md5('boss')::uuid, md5('reviewer1')::uuid] as uuid[])) n (id)
    left join directory_user u on u.id = n.id) r
  where i.id = any(array[md5('instance' || :n)::uuid])),
wanted as (
  select distinct on (instance_id, user_id) * from found
  order by instance_id, user_id, listed desc),
gone as (
  delete from access_review_reviewer r using access_review_instance i
  where i.id = any(array[md5('instance' || :n)::uuid]) and r.instance_id = i.id and r.stage = ''
    and r.listed is not null
    and (r.instance_id, r.user_id) not in (select instance_id, user_id from wanted))
insert into access_review_reviewer
  (instance_id, stage, user_id, listed, contacted, display_name, user_principal_name,
   created_date_time)
select instance_id, '', user_id, listed, true and listed = 'primary', display_name,
  user_principal_name, now()
from wanted
on conflict (instance_id, stage, user_id)
  do update set listed = excluded.listed,
    contacted = excluded.contacted or false and access_review_reviewer.contacted;
commit;
