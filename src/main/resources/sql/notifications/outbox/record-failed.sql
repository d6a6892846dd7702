-- A message was not taken. It waits for its next attempt, unless it was refused for good or a day
-- has passed since its first attempt. Answers how many rows are given up, by kind.
with tried as (
  select n.id, n.kind, n.instance_id, n.stage, n.recipient_id,
    :permanent or cast(:now as timestamptz)
      >= coalesce(n.retry_until, cast(:now as timestamptz) + interval '1 day') as ends
  from notice n
  where n.message_id = :message and n.state = 'waiting' and n.attempted_at is not null),
changed as (
  update notice n
  set state = case when t.ends then 'failed' else n.state end, failure = :failure,
    leased_until = null, attempted_at = clock_timestamp(),
    retry_until = coalesce(n.retry_until, cast(:now as timestamptz) + interval '1 day'),
    next_attempt_at = cast(:now as timestamptz) + notice_pause(n.attempts)
  from tried t
  where n.id = t.id),
undelivered as (
  update access_review_reviewer r
  set undelivered = true
  from tried t
  where t.ends and t.kind = 'start' and r.notified_date_time is null
    and r.instance_id = t.instance_id and r.stage = t.stage and r.user_id = t.recipient_id)
select kind, count(*) as rows from tried where ends group by kind;
