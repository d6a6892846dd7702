-- The instances whose open round is half over at :half_time, if their series reminds at this moment.
select r.instance_id
from access_review_schedule_definition series
  join notice_round r on r.definition_id = series.id
where series.id = :definition and r.occurrence = cast(:occurrence as date) and r.stage = :stage
  and r.half_time = :half_time
  and cast(series.settings ->> 'reminderNotificationsEnabled' as boolean);
