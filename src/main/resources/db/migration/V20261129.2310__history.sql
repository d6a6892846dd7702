-- History reports: what was asked for, when each report is made, and its file until it expires.

create table access_review_history_definition (
  id                    uuid        constraint access_review_history_definition_pk primary key,
  version               bigint      not null,
  display_name          text        not null,
  period_start          timestamptz,
  period_end            timestamptz,
  scopes                jsonb       not null,
  decisions             jsonb       not null,
  schedule_settings     jsonb,
  -- The kinds of reviews that the creator could read when they asked.
  kinds                 jsonb       not null,
  status                text        not null
    constraint access_review_history_definition_status_known
      check (status in ('requested', 'inprogress', 'done', 'error')),
  created_by            jsonb       not null,
  created_by_id         uuid        generated always as ((created_by ->> 'id')::uuid) stored,
  created_date_time     timestamptz not null,
  fulfilled_date_time   timestamptz,
  -- From this instant on nobody finds it any more.
  visible_until         timestamptz not null,
  next_occurrence       date,
  next_start_date_time  timestamptz,
  constraint access_review_history_definition_next_whole
    check ((next_occurrence is null) = (next_start_date_time is null))
);

create index access_review_history_definition_in_order
  on access_review_history_definition (created_date_time, id);
create index access_review_history_definition_created_by
  on access_review_history_definition (created_by_id, created_date_time, id);
create index access_review_history_definition_due
  on access_review_history_definition (next_start_date_time, id)
  where next_start_date_time is not null;

create table access_review_history_instance (
  id                    uuid        constraint access_review_history_instance_pk primary key,
  version               bigint      not null,
  definition_id         uuid        not null
    constraint access_review_history_instance_of_definition
      references access_review_history_definition on delete cascade,
  period_start          timestamptz not null,
  period_end            timestamptz not null,
  status                text        not null
    constraint access_review_history_instance_status_known
      check (status in ('requested', 'inprogress', 'done', 'error')),
  run_date_time         timestamptz not null,
  fulfilled_date_time   timestamptz,
  expiration_date_time  timestamptz,
  link_expires          text,
  link_signature        text,
  next_transition_at    timestamptz
);

create index access_review_history_instance_in_order
  on access_review_history_instance (definition_id, run_date_time, id);
create index access_review_history_instance_due
  on access_review_history_instance (next_transition_at, id)
  where next_transition_at is not null;
create index access_review_history_instance_unfinished
  on access_review_history_instance (definition_id)
  where status in ('requested', 'inprogress');

-- Who makes a report holds this row: one report at a time leaves the other workers to the reviews.
create table access_review_history_lane (
  id uuid constraint access_review_history_lane_pk primary key
);
insert into access_review_history_lane values ('00000000-0000-4000-8000-000000000018');

-- A file in chunks of one size; only the last one is shorter.
create table access_review_history_file (
  id     uuid   constraint access_review_history_file_pk primary key
    constraint access_review_history_file_of_instance
      references access_review_history_instance on delete cascade,
  name   text   not null,
  size   bigint not null,
  sha256 text   not null
);

create table access_review_history_chunk (
  file_id uuid    not null
    constraint access_review_history_chunk_of_file
      references access_review_history_file on delete cascade,
  number  integer not null,
  bytes   bytea   not null,
  constraint access_review_history_chunk_pk primary key (file_id, number)
);

-- The key by which all replicas sign links to files. The first that needs it makes it.
create table access_review_link_key (
  id  integer constraint access_review_link_key_pk primary key
    constraint access_review_link_key_once check (id = 1),
  key bytea   not null
);
