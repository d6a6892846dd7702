-- The start of an instance of the group :group: CreateDefinition, StartOccurrence, TakeSnapshot,
-- ReviewRounds; in the transactions of the service.
begin;
insert into access_review_schedule_definition
  (additional_notification_recipients, created_by, created_date_time, description_for_admins,
   description_for_reviewers, display_name, fallback_reviewers, instance_enumeration_scope, kind,
   last_modified_date_time, latest_occurrence, next_occurrence, next_start_date_time, stopped,
   reviewers, scope, scope_query, settings, stage_settings, status, version, id)
select additional_notification_recipients, created_by, now(), null, null, 'Started',
  fallback_reviewers, null, kind, now(), null, current_date, now(), false, reviewers,
  replace(scope::text, md5('group nobody')::uuid::text, md5('group ' || :'group')::uuid::text)::jsonb,
  replace(scope_query, md5('group nobody')::uuid::text, md5('group ' || :'group')::uuid::text), settings,
  stage_settings, 'NotStarted', 0, md5('started')::uuid
from access_review_schedule_definition where id = md5('batch')::uuid;
commit;
begin;
insert into access_review_instance
  (apply_requested_by, definition_id, end_date_time, errors, fallback_reviewers,
   next_transition_at, occurrence, resource, resource_id, reviewers, scope, scope_query, settings,
   stage_settings, start_date_time, status, version, id)
select null, id, now() + interval '180 days', '[]', fallback_reviewers, now(), current_date,
  '/groups/' || md5('group ' || :'group')::uuid, md5('group ' || :'group')::uuid, reviewers, scope, scope_query, settings,
  stage_settings, now(), 'Initializing', 0, id
from access_review_schedule_definition where id = md5('started')::uuid;
update access_review_schedule_definition
set latest_occurrence = current_date, next_occurrence = null, next_start_date_time = null,
  stopped = false, status = 'Initializing', version = 1
where id = md5('started')::uuid and version = 0;
commit;
begin;
with found (instance_id, user_id, display_name, user_principal_name, listed) as (
  select i.id, r.user_id, r.display_name, r.user_principal_name, 'primary'
  from access_review_instance i cross join lateral (
    select n.id as user_id, u.display_name, u.user_principal_name
    from unnest(cast(array[md5('boss')::uuid] as uuid[])) n (id)
    left join directory_user u on u.id = n.id) r
  where i.id = any(array[md5('started')::uuid])
  union all
  select i.id, r.user_id, r.display_name, r.user_principal_name, 'fallback'
  from access_review_instance i cross join lateral (
    select n.id as user_id, u.display_name, u.user_principal_name
    from unnest(cast(array[md5('boss')::uuid, md5('reviewer1')::uuid] as uuid[])) n (id)
    left join directory_user u on u.id = n.id) r
  where i.id = any(array[md5('started')::uuid])),
wanted as (
  select distinct on (instance_id, user_id) * from found
  order by instance_id, user_id, listed desc),
gone as (
  delete from access_review_reviewer r using access_review_instance i
  where i.id = any(array[md5('started')::uuid]) and r.instance_id = i.id and r.stage = ''
    and r.listed is not null
    and (r.instance_id, r.user_id) not in (select instance_id, user_id from wanted))
insert into access_review_reviewer
  (instance_id, stage, user_id, listed, contacted, display_name, user_principal_name,
   created_date_time)
select instance_id, '', user_id, listed, false and listed = 'primary', display_name,
  user_principal_name, now()
from wanted
on conflict (instance_id, stage, user_id)
  do update set listed = excluded.listed,
    contacted = excluded.contacted or false and access_review_reviewer.contacted;
set local work_mem = '64MB';
set local default_statistics_target = 10;
insert into access_review_decision_item
  (id, version, instance_id, principal_id, principal_type, principal_name, principal_user_name,
   principal_app_id, manager_id, last_sign_in_date_time, resource_sign_in_date_time, resource_id,
   resource_type, resource_name, resource_app_id, membership, outlier, stage, route, reviewer_id,
   recommendation, decision, justification, apply_result)
select cast('0193a5b3-c4d5-7' || substr(cast(gen_random_uuid() as text), 16) as uuid), 0, i.id, p.principal_id, p.principal_type, p.display_name,
  p.user_principal_name, p.app_id, p.manager_id, p.last_sign_in_date_time,
  p.resource_sign_in_date_time, p.resource_id, 'group', resource.display_name, resource.app_id,
  p.membership, false, '',
  case when lists.has_primary then 'primary' when cast(null as uuid) is not null then 'individual'
    when lists.has_fallback then 'fallback' when cast(null as uuid) is not null then 'individual'
    else 'nobody' end,
  coalesce(cast(null as uuid), case when not lists.has_primary then cast(null as uuid) end),
  case when p.principal_type <> 'user' then 'NoInfoAvailable'
    when coalesce(p.last_sign_in_date_time >= now() - interval '30 days', false) then 'Approve'
    else 'Deny' end,
  'NotReviewed', '', 'New'
from access_review_instance i
  cross join lateral (select
    exists (select from access_review_reviewer r where r.instance_id = i.id
      and r.stage = '' and r.listed = 'primary') has_primary,
    exists (select from access_review_reviewer r where r.instance_id = i.id
      and r.stage = '' and r.listed = 'fallback') has_fallback
    offset 0) lists
  cross join lateral (
    select a.principal_id, a.principal_type,
      coalesce(u.display_name, g.display_name) as display_name, cast(null as uuid) as app_id,
      u.user_principal_name, u.manager_id, u.last_sign_in_date_time,
      a.resource_sign_in_date_time, a.resource_id, a.membership
    from (select cast(i.resource_id as uuid) as id) r
      cross join lateral (
        select m.member_id as principal_id, m.member_type as principal_type,
          cast(null as timestamptz) as resource_sign_in_date_time, m.group_id as resource_id,
          'direct' as membership
        from directory_group_member m
        where m.member_type in ('user', 'group') and m.group_id = r.id) a
      left join directory_user u on u.id = a.principal_id
      left join directory_group g on g.id = a.principal_id
    where (u.id is not null) or (g.id is not null)) p
  left join (select id, display_name, cast(null as uuid) as app_id from directory_group) resource
    on resource.id = p.resource_id
where i.id = any(array[md5('started')::uuid])
order by i.id, p.principal_id;
analyze access_review_decision_item;
with counted as (
  select d.instance_id, d.stage, d.route, count(*) as items
  from access_review_decision_item d
  where d.instance_id = any(array[md5('started')::uuid])
  group by d.instance_id, d.stage, d.route),
gone as (
  delete from access_review_item_count c
  where c.instance_id = any(array[md5('started')::uuid])
    and (c.instance_id, c.stage, c.route) not in (
      select instance_id, stage, route from counted))
insert into access_review_item_count (instance_id, stage, route, items)
select instance_id, stage, route, items from counted
on conflict (instance_id, stage, route) do update set items = excluded.items;
update access_review_instance i
set status = 'Starting', next_transition_at = now(), version = version + 1
where i.id = any(array[md5('started')::uuid]);
update access_review_schedule_definition set status = 'Starting', version = 2
where id = md5('started')::uuid and version = 1;
commit;
begin;
update access_review_reviewer r set contacted = true, created_date_time = now()
from access_review_instance i
where i.id = any(array[md5('started')::uuid]) and r.instance_id = i.id and r.stage = ''
  and not r.contacted
  and (r.listed = 'primary' or r.listed = 'fallback' and exists (
    select from access_review_decision_item d
    where d.instance_id = i.id and d.stage = '' and d.route = 'fallback'));
update access_review_instance i
set status = 'InProgress', next_transition_at = end_date_time, version = version + 1
where i.id = any(array[md5('started')::uuid]);
update access_review_schedule_definition set status = 'InProgress', version = 3
where id = md5('started')::uuid and version = 2;
commit;
