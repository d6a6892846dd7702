-- Leases events that are due, up to :most of each of :subscriptions: the oldest one of each
-- instance, unless somebody sends it. Looks at the first 200 that are due, so that a claim costs the
-- same however many wait.
with claimed as (
  select due.id
  from unnest(cast(:subscriptions as text[]), cast(:most as integer[])) s (name, most)
    cross join lateral (
      select n.id
      from notice n
      where n.id = any(array(
          select c.id from notice c
          where c.subscription = s.name and c.state = 'waiting' and c.channel = 'webhook'
            and c.next_attempt_at <= :now
          order by c.next_attempt_at, c.id
          limit 200))
        and n.state = 'waiting'
        and (n.leased_until is null or n.leased_until < clock_timestamp())
        and not exists (
          select from notice o
          where o.subscription = n.subscription and o.instance_id = n.instance_id
            and o.state = 'waiting' and o.channel = 'webhook' and o.id < n.id)
      order by n.next_attempt_at, n.id
      limit s.most
      for update of n skip locked) due)
update notice n
set leased_until = clock_timestamp() + interval '2 minutes', attempted_at = clock_timestamp(),
  attempts = n.attempts + 1
from claimed
where n.id = claimed.id
returning n.id, n.subscription, n.definition_id, n.instance_id, n.kind, cast(n.data as text) as data,
  n.created_date_time, n.attempts;
