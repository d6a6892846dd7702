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
@send life/rounds/write-reviewers
  found =
    select i.id, r.user_id, r.display_name, r.user_principal_name, 'primary'
    from access_review_instance i cross join lateral (@directory/builtin/reviewers-named#1) r
    where i.id = any(:instances)
    union all
    select i.id, r.user_id, r.display_name, r.user_principal_name, 'fallback'
    from access_review_instance i cross join lateral (@directory/builtin/reviewers-named#2) r
    where i.id = any(:instances)
  directory_users1 = array[md5('boss')::uuid]
  directory_users2 = array[md5('boss')::uuid, md5('reviewer1')::uuid]
  instances = array[md5('started')::uuid]
  stage = ''
  contacted = false
  kept = false
  now = now()
@end
set local work_mem = '64MB';
set local default_statistics_target = 10;
@send life/start/create-items
  principals =
    select p.*, resource.display_name as resource_name, resource.app_id as resource_app_id
    from (@directory/builtin/principals) p
      left join (@directory/builtin/resources) resource on resource.id = p.resource_id
  access =
    (select * from directory_direct_membership m
    where m.principal_type = any(:directory_kinds) and m.resource_id = i.resource_id)
  directory_kinds = array['user', 'group']
  directory_narrowed = false
  directory_wanted_kinds = array['user', 'group']
  directory_guests_only = array['false', 'false']
  directory_inactive_since = cast(array[null, null] as text[])
  directory_resource_type = 'group'
  time = '0193a5b3-c4d5-7'
  resource_type = 'group'
  stage = ''
  own_reviewer = 'none'
  stand_in = 'none'
  recommends = true
  in_application = false
  since = now() - interval '30 days'
  instances = array[md5('started')::uuid]
@end
analyze access_review_decision_item;
@send decisions/reviewers/count-items
  instances = array[md5('started')::uuid]
@end
@send life/move-instances
  status = 'Starting'
  next = now()
  instances = array[md5('started')::uuid]
@end
update access_review_schedule_definition set status = 'Starting', version = 2
where id = md5('started')::uuid and version = 1;
commit;
begin;
@send life/rounds/contact-listed
  instances = array[md5('started')::uuid]
  stage = ''
  now = now()
@end
@send notifications/occasions/plan-half-times
  instances = array[md5('started')::uuid]
  stage = ''
  now = now()
@end
@send life/move-instances
  status = 'InProgress'
  next = now() + interval '180 days'
  instances = array[md5('started')::uuid]
@end
update access_review_schedule_definition set status = 'InProgress', version = 3
where id = md5('started')::uuid and version = 2;
commit;
