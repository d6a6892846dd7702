-- When reviewers are reminded without anybody asking: half of the time of a round is over. A round is
-- an instance without stages (stage is empty then) or a stage. A row is for all instances of an
-- occurrence that have this half time; which ones are left is found out then.
create table notice_half_time (
  id            uuid        constraint notice_half_time_pk primary key,
  definition_id uuid        not null
    constraint notice_half_time_of_definition
      references access_review_schedule_definition on delete cascade,
  occurrence    date        not null,
  stage         text        not null,
  half_time     timestamptz not null,
  constraint notice_half_time_once unique (definition_id, occurrence, stage, half_time)
);

create index notice_half_time_due on notice_half_time (half_time, id);

-- Rounds that are under way, unless half of their time is over already.
insert into notice_half_time (id, definition_id, occurrence, stage, half_time)
select gen_random_uuid(), round.*
from (
  select distinct i.definition_id, i.occurrence, coalesce(s.stage_id, ''),
    access.starts + make_interval(
      secs => extract(epoch from access.ends - access.starts)::double precision / 2) as half_time
  from access_review_instance i
    left join access_review_stage s on s.instance_id = i.id and s.status = 'InProgress'
    cross join lateral (
      select coalesce(s.start_date_time, i.start_date_time) as starts,
        coalesce(s.end_date_time, i.end_date_time) as ends) access
  where i.status = 'InProgress' and i.definition_id is not null) round
where round.half_time > coalesce((select frozen_at from emulator_clock), now());
