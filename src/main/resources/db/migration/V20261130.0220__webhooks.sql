-- Events that wait for their receivers: in the order in which they are due, and the oldest one of
-- each instance.
create index notice_webhook_due on notice (subscription, next_attempt_at, id)
  where state = 'waiting' and channel = 'webhook';
create index notice_webhook_in_order on notice (subscription, instance_id, id)
  where state = 'waiting' and channel = 'webhook';
