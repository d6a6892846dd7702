-- Gives up events that have waited for long for a subscription that is not configured.
with failed as (
  update notice
  set state = 'failed', failure = 'the subscription is not configured'
  where state = 'waiting' and channel = 'webhook' and subscription <> all(:subscriptions)
    and created_date_time < :before
  returning kind)
select kind, cast(count(*) as integer) as events from failed group by kind;
