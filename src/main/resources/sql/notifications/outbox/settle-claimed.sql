-- Ends the rows of claimed messages that are not sent: what they tell is over, nothing is left to
-- answer, or there is nobody to send it to. The others are attempted now. Answers which messages
-- are left, and how many rows failed, by kind.
with claimed as (
  select n.id, n.instance_id, n.stage, n.recipient_id, n.kind, n.message_id,
    case
      when notice_is_over(n.kind, i.status, n.stage, s.status) is not null
        then 'dropped: ' || notice_is_over(n.kind, i.status, n.stage, s.status)
      when n.kind = 'start' and not coalesce(r.contacted, false) then 'dropped: noLongerReviewer'
      when n.kind in ('requestedReminder', 'reminder')
          and not (n.kind = 'reminder' and :finished)
          and notice_open_items(n.instance_id, n.stage, n.recipient_id) = 0
        then 'dropped: nothingToAnswer'
      when a.is_pending then 'dropped: guestPending'
      when coalesce(a.address, '') = '' then 'failed: noAddress'
    end as ending
  from notice n
    left join access_review_instance i on i.id = n.instance_id and i.definition_id is not null
    left join access_review_stage s on s.instance_id = n.instance_id and s.stage_id = n.stage
    left join access_review_reviewer r on r.instance_id = n.instance_id and r.stage = n.stage
      and r.user_id = n.recipient_id
    left join directory_addressee a on a.user_id = n.recipient_id
  where n.message_id = any(:messages) and n.state = 'waiting'),
settled as (
  update notice n
  set state = coalesce(split_part(c.ending, ': ', 1), n.state),
    failure = coalesce(split_part(c.ending, ': ', 2), n.failure),
    leased_until = case when c.ending is null then n.leased_until end,
    attempted_at = case when c.ending is null then clock_timestamp() else n.attempted_at end,
    attempts = n.attempts + case when c.ending is null then 1 else 0 end
  from claimed c
  where n.id = c.id),
undelivered as (
  update access_review_reviewer r
  set undelivered = true
  from claimed c
  where c.kind = 'start' and c.ending in ('dropped: guestPending', 'failed: noAddress')
    and r.instance_id = c.instance_id and r.stage = c.stage and r.user_id = c.recipient_id)
select c.message_id as message, c.kind, count(*) filter (where c.ending is null) as left_to_send,
  count(*) filter (where c.ending like 'failed: %') as failed
from claimed c
group by c.message_id, c.kind
order by c.message_id;
