-- The series, their runs, and the stages of a run. What is filtered, sorted or joined is a column;
-- what is only carried is JSONB (docs/adr/0002).

create table access_review_schedule_definition (
  id                                uuid        constraint access_review_schedule_definition_pk primary key,
  version                           bigint      not null,
  display_name                      text        not null,
  description_for_admins            text,
  description_for_reviewers         text,
  created_by                        jsonb       not null,
  created_date_time                 timestamptz not null,
  last_modified_date_time           timestamptz not null,
  status                            text        not null,
  scope                             jsonb       not null,
  instance_enumeration_scope        jsonb,
  reviewers                         jsonb       not null,
  fallback_reviewers                jsonb       not null,
  settings                          jsonb       not null,
  stage_settings                    jsonb       not null,
  additional_notification_recipients jsonb      not null,
  latest_occurrence                 date,
  next_occurrence                   date,
  next_start_date_time              timestamptz,
  constraint access_review_schedule_definition_status_known check (status in
    ('NotStarted', 'Initializing', 'Starting', 'InProgress', 'Completing',
     'AutoReviewing', 'AutoReviewed', 'Completed', 'Applying', 'Applied')),
  constraint access_review_schedule_definition_next_whole
    check ((next_occurrence is null) = (next_start_date_time is null))
);

create index access_review_schedule_definition_in_order
  on access_review_schedule_definition (created_date_time, id);
create index access_review_schedule_definition_due
  on access_review_schedule_definition (next_start_date_time, id)
  where next_start_date_time is not null;

create table access_review_instance (
  id                 uuid        constraint access_review_instance_pk primary key,
  version            bigint      not null,
  definition_id      uuid        not null
    constraint access_review_instance_of_definition
      references access_review_schedule_definition on delete cascade,
  occurrence         date        not null,
  resource           text        not null,
  start_date_time    timestamptz not null,
  end_date_time      timestamptz,
  status             text        not null,
  scope              jsonb       not null,
  reviewers          jsonb       not null,
  fallback_reviewers jsonb       not null,
  settings           jsonb       not null,
  stage_settings     jsonb       not null,
  -- No occurrence starts twice on a resource, whoever starts it.
  constraint access_review_instance_once unique (definition_id, occurrence, resource),
  constraint access_review_instance_status_known check (status in
    ('NotStarted', 'Initializing', 'Starting', 'InProgress', 'Completing',
     'AutoReviewing', 'AutoReviewed', 'Completed', 'Applying', 'Applied'))
);

create index access_review_instance_in_order
  on access_review_instance (definition_id, start_date_time, id);
create index access_review_instance_due
  on access_review_instance (end_date_time, id)
  where status = 'InProgress';

create table access_review_stage (
  id                 uuid        constraint access_review_stage_pk primary key,
  version            bigint      not null,
  instance_id        uuid        not null
    constraint access_review_stage_of_instance
      references access_review_instance on delete cascade,
  stage_id           text        not null,
  start_date_time    timestamptz not null,
  end_date_time      timestamptz not null,
  status             text        not null,
  reviewers          jsonb       not null,
  fallback_reviewers jsonb       not null,
  constraint access_review_stage_once unique (instance_id, stage_id),
  constraint access_review_stage_status_known check (status in
    ('NotStarted', 'Initializing', 'Starting', 'InProgress', 'Completing',
     'AutoReviewing', 'AutoReviewed', 'Completed', 'Applying', 'Applied'))
);

create index access_review_stage_due
  on access_review_stage (end_date_time, id)
  where status = 'InProgress';
