-- What the lines of population.csv say: a row for each item of the instances in the setting
-- access_reviews.population, those of an instance together. The bytes are part of the evidence log
-- (instance.started), so neither columns nor order ever change. The order is that of an index, which
-- has each principal and resource once.
select d.instance_id, d.id, d.principal_id, d.principal_name, d.principal_user_name,
  d.principal_type, d.principal_app_id, d.manager_id, d.last_sign_in_date_time, d.resource_id,
  d.resource_name, d.resource_type, d.resource_app_id, d.resource_sign_in_date_time, d.membership,
  d.membership_through
from access_review_decision_item d
where d.instance_id = any(cast(current_setting('access_reviews.population') as uuid[]))
order by d.instance_id, d.principal_id, d.resource_id;
