-- How many mails all replicas together attempted in the last minute, up to :most.
select count(*)
from (
  select distinct message_id
  from (
    select message_id
    from notice
    where attempted_at > clock_timestamp() - interval '1 minute' and channel = 'mail') recent
  limit :most) counted;
