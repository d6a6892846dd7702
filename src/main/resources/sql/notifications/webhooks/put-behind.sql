-- Lets events that are due wait as long as the oldest one of their instance, which pauses: no claim
-- meets them until then. None of them could be sent earlier.
with behind as (
  select b.id, head.next_attempt_at
  from unnest(cast(:subscriptions as text[])) s (name)
    cross join lateral (
      select c.id from notice c
      where c.subscription = s.name and c.state = 'waiting' and c.channel = 'webhook'
        and c.next_attempt_at <= :now
      order by c.next_attempt_at, c.id
      limit 1000) due
    join notice b on b.id = due.id
    cross join lateral (
      select h.id, h.next_attempt_at from notice h
      where h.subscription = b.subscription and h.instance_id = b.instance_id
        and h.state = 'waiting' and h.channel = 'webhook'
      order by h.id
      limit 1) head
  where head.id < b.id and head.next_attempt_at > :now
  for update of b skip locked)
update notice n
set next_attempt_at = behind.next_attempt_at
from behind
where n.id = behind.id;
