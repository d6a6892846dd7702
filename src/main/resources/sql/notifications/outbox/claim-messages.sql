-- Leases the messages of the first :most rows that are due after a position: for each, the rows of
-- one person that belong to it. A message that was attempted before has the same rows; otherwise
-- those of one event, and with :digest all that are due but reminders on call. Answers the messages
-- in the order of their first rows, and where these are.
-- The second limit is for the planner: without it, it expects a tenth of the table.
with due as (
  select *
  from (
    select id, recipient_id, definition_id, kind, stage, created_date_time, next_attempt_at,
      message_id, :digest and kind <> 'requestedReminder' as collected
    from notice
    where channel = 'mail' and state = 'waiting' and next_attempt_at <= cast(:now as timestamptz)
      and (next_attempt_at, id) > (cast(:after as timestamptz), :after_id)
      and (leased_until is null or leased_until < clock_timestamp())
    order by next_attempt_at, id
    limit :most
    for update skip locked) first
  limit 100),
head as (
  select distinct on (message_id,
      case when message_id is null then recipient_id end,
      message_id is null and collected,
      case when message_id is null and not collected
        then row(definition_id, kind, stage, created_date_time) end)
    *
  from due
  order by message_id,
    case when message_id is null then recipient_id end,
    message_id is null and collected,
    case when message_id is null and not collected
      then row(definition_id, kind, stage, created_date_time) end,
    next_attempt_at, id),
belonging as (
  select n.id, head.id as head_id, head.message_id
  from head join lateral (
    select id
    from notice n
    where n.recipient_id = head.recipient_id and n.channel = 'mail' and n.state = 'waiting'
      and case
        when head.message_id is not null then n.message_id = head.message_id
        when n.message_id is not null or n.next_attempt_at > cast(:now as timestamptz) then false
        when head.collected then n.kind <> 'requestedReminder'
        else n.definition_id = head.definition_id and n.kind = head.kind and n.stage = head.stage
          and n.created_date_time = head.created_date_time
      end
    order by n.id
    for update skip locked) n on true),
message as (
  select head_id, coalesce(min(message_id), min(id)) as id from belonging group by head_id),
leased as (
  update notice n
  set message_id = message.id, leased_until = clock_timestamp() + :lease * interval '1 second'
  from belonging join message using (head_id)
  where n.id = belonging.id)
select message.id as message, head.next_attempt_at as at, head.id as head
from message join head on head.id = message.head_id
order by head.next_attempt_at, head.id;
