-- filterByCurrentUser of who reviews ten: DecisionsInReach.ownItems, Reads.
\set n 7
select ari1_0.shows_histories
from access_review_instance ari1_0
where ari1_0.id=md5('million')::uuid and ari1_0.definition_id=md5('million')::uuid;
select ars1_0.id,ars1_0.stage_id,ars1_0.status
from access_review_stage ars1_0 join access_review_instance i1_0 on i1_0.id=ars1_0.instance_id
where ars1_0.instance_id=md5('million')::uuid and i1_0.definition_id=md5('million')::uuid
order by ars1_0.stage_id;
select r1_0.stage,r1_0.route from access_review_asked_reviewer r1_0
where r1_0.instance_id=md5('million')::uuid and r1_0.user_id=md5('manager' || :n)::uuid and r1_0.route is not null;
select aridi1_0.id, aridi1_0.applied_by, aridi1_0.applied_date_time, aridi1_0.apply_description,
  aridi1_0.apply_result, aridi1_0.decision, aridi1_0.instance_id, aridi1_0.justification,
  aridi1_0.last_sign_in_date_time, aridi1_0.membership, aridi1_0.outlier,
  aridi1_0.principal_app_id, aridi1_0.principal_id, aridi1_0.principal_name,
  aridi1_0.principal_type, aridi1_0.principal_user_name, aridi1_0.recommendation,
  aridi1_0.resource_app_id, aridi1_0.resource_id, aridi1_0.resource_name,
  aridi1_0.resource_sign_in_date_time, aridi1_0.resource_type, aridi1_0.reviewed_by,
  aridi1_0.reviewed_date_time, aridi1_0.reviewer_id, aridi1_0.route, aridi1_0.stage,
  aridi1_0.version
from access_review_decision_item aridi1_0
where (aridi1_0.instance_id=md5('million')::uuid)
  and (aridi1_0.reviewer_id=md5('manager' || :n)::uuid)
order by aridi1_0.principal_id,aridi1_0.id
offset 0 rows fetch first 101 rows only;
