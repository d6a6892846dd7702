-- Tells additional recipients that instances are completed, but for those who are :told already.
-- Hole :recipients, for example select null::uuid as user_id: the recipients; some may be there twice.
insert into notice
  (channel, kind, definition_id, instance_id, recipient_id, created_date_time, next_attempt_at)
select 'mail', 'completedAdditionalRecipients', i.definition_id, i.id, r.user_id,
  cast(:now as timestamptz), cast(:digest as timestamptz)
from access_review_instance i
  cross join (select distinct recipient.user_id from (:recipients) recipient) r
where i.id = any(:instances) and i.status = 'Completed' and r.user_id <> all(:told)
order by i.id, r.user_id;
