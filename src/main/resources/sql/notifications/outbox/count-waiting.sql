-- What waits to be sent, by kind and channel, and since when the oldest of it does.
-- The kinds of mails are counted also where nothing waits.
with waiting as (
  select n.channel, n.kind, n.created_date_time
  from notice n
  where n.state = 'waiting'
  order by n.next_attempt_at, n.id
  limit :most)
select coalesce(w.channel, known.channel) as channel, coalesce(w.kind, known.kind) as kind,
  coalesce(w.waiting, 0) as waiting, w.oldest
from (
  select channel, kind, count(*) as waiting, min(created_date_time) as oldest
  from waiting group by channel, kind) w
full join (
  values ('mail', 'start'), ('mail', 'reminder'), ('mail', 'requestedReminder'),
    ('mail', 'completed'), ('mail', 'completedAdditionalRecipients')) known (channel, kind)
  on known.channel = w.channel and known.kind = w.kind;
