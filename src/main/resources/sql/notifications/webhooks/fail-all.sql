-- Gives up all events of a subscription, but those that are being sent.
with failed as (
  update notice
  set state = 'failed', failure = :failure
  where subscription = :subscription and state = 'waiting' and channel = 'webhook'
    and (leased_until is null or leased_until < clock_timestamp())
  returning kind)
select kind, cast(count(*) as integer) as events from failed group by kind;
