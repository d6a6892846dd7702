-- The rounds that are under way, and their half time (docs/notices.md).

-- The instant in the middle. A day has 24 hours, whatever the time zone of the session.
create or replace function notice_middle(starts timestamptz, ends timestamptz) returns timestamptz
  language sql immutable as $$
  select starts + make_interval(secs => extract(epoch from ends - starts)::double precision / 2)
$$;

-- One row for each instance without stages (stage is empty then), and for each open stage of others.
create or replace view notice_round as
  select i.id as instance_id, i.definition_id, i.occurrence, '' as stage, i.end_date_time,
    notice_middle(i.start_date_time, i.end_date_time) as half_time
  from access_review_instance i
  where i.status in ('Starting', 'InProgress') and i.stage_settings = '[]'
  union all
  select i.id, i.definition_id, i.occurrence, s.stage_id, s.end_date_time,
    notice_middle(s.start_date_time, s.end_date_time)
  from access_review_instance i join access_review_stage s on s.instance_id = i.id
  where i.status in ('Starting', 'InProgress') and s.status = 'InProgress';

-- When a notice leaves that is written at :now for a round until :ends: at the end of the digest, but
-- not later than in the middle of the time that is left.
create or replace function notice_leaves(now timestamptz, digest timestamptz, ends timestamptz)
  returns timestamptz language sql immutable as $$
  select greatest(now, least(digest, notice_middle(now, ends)))
$$;
