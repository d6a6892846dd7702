-- Tells the contacted reviewers of a round of instances that it has begun. Without :begins only those
-- who were not told before. In the order of the index notice_of_instance.
insert into notice
  (channel, kind, definition_id, instance_id, stage, recipient_id, created_date_time, next_attempt_at)
select 'mail', 'start', r.definition_id, r.instance_id, r.stage, asked.user_id,
  cast(:now as timestamptz), notice_leaves(:now, :digest, r.end_date_time)
from notice_round r
  join access_review_instance i on i.id = r.instance_id
  join access_review_asked_reviewer asked
    on asked.instance_id = r.instance_id and asked.stage = r.stage
  left join notice told
    on told.instance_id = r.instance_id and told.stage = r.stage and told.channel = 'mail'
      and told.recipient_id = asked.user_id and told.kind = 'start' and not :begins
where r.instance_id = any(:instances) and r.stage = :stage and told.id is null
  and cast(i.settings ->> 'mailNotificationsEnabled' as boolean)
order by r.instance_id, asked.user_id;
