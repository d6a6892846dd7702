-- Tells who created the series, if a person did, that instances are completed. Answers whom.
-- Hole :users, for example select id as user_id from directory_user: all users. Tokens may have no user principal name.
insert into notice
  (channel, kind, definition_id, instance_id, recipient_id, created_date_time, next_attempt_at)
select 'mail', 'completed', series.id, i.id, series.created_by_id, cast(:now as timestamptz),
  cast(:digest as timestamptz)
from access_review_instance i
  join access_review_schedule_definition series on series.id = i.definition_id
where i.id = any(:instances) and i.status = 'Completed'
  and cast(i.settings ->> 'mailNotificationsEnabled' as boolean)
  and series.created_by_id <> '00000000-0000-0000-0000-000000000000'
  and (series.created_by ->> 'userPrincipalName' <> '' or exists (
    select from (:users) u where u.user_id = series.created_by_id))
order by i.id
returning recipient_id;
