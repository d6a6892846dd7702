-- Leases the first message that is due after a position: the rows of one person that belong to it.
-- A message that was attempted before has the same rows; otherwise those of one event, and with
-- :digest all that are due but reminders on call. Answers the message and its position.
with head as (
  select id, recipient_id, definition_id, kind, stage, created_date_time, next_attempt_at, message_id
  from notice
  where channel = 'mail' and state = 'waiting' and next_attempt_at <= cast(:now as timestamptz)
    and (next_attempt_at, id) > (cast(:after as timestamptz), :after_id)
    and (leased_until is null or leased_until < clock_timestamp())
  order by next_attempt_at, id
  limit 1
  for update skip locked),
belonging as (
  select n.id, head.id as head_id, head.next_attempt_at, head.message_id
  from head join notice n on n.recipient_id = head.recipient_id
  where n.channel = 'mail' and n.state = 'waiting'
    and case
      when head.message_id is not null then n.message_id = head.message_id
      when n.message_id is not null or n.next_attempt_at > cast(:now as timestamptz) then false
      when :digest and head.kind <> 'requestedReminder' then n.kind <> 'requestedReminder'
      else n.definition_id = head.definition_id and n.kind = head.kind and n.stage = head.stage
        and n.created_date_time = head.created_date_time
    end
  order by n.id
  for update of n skip locked),
message as (
  select coalesce(min(message_id), min(id)) as id from belonging),
leased as (
  update notice n
  set message_id = message.id, leased_until = clock_timestamp() + :lease * interval '1 second'
  from belonging, message
  where n.id = belonging.id)
select message.id as message, belonging.next_attempt_at as at, belonging.head_id as head
from message, belonging
where belonging.id = belonging.head_id;
