-- Asks the reviewers of items of their own in a stage. They are written in the order of the index;
-- notices to them, which are read in the order of these rows, are faster, too.
-- Hole :users, for example select id as user_id, display_name, user_principal_name from directory_user: all users.
insert into access_review_reviewer
  (instance_id, stage, user_id, contacted, display_name, user_principal_name, created_date_time)
select own.instance_id, cast(:stage as text), own.reviewer_id, true, u.display_name,
  u.user_principal_name, cast(:now as timestamptz)
from (
  select distinct d.instance_id, d.reviewer_id
  from access_review_decision_item d join access_review_instance i on i.id = d.instance_id
  where i.id = any(:instances) and d.stage = :stage and d.reviewer_id is not null) own
  left join (:users) u on u.user_id = own.reviewer_id
order by own.instance_id, own.reviewer_id
on conflict (instance_id, stage, user_id) do update set contacted = true;
