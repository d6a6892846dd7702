-- GET of the first decisions of an instance: DecisionsResource.list, Reads.
select ari1_0.id, ari1_0.definition_id, ari1_0.end_date_time, ari1_0.errors,
  ari1_0.fallback_reviewers, ari1_0.next_transition_at, ari1_0.occurrence, ari1_0.resource,
  ari1_0.resource_id, ari1_0.reviewers, ari1_0.scope, ari1_0.scope_query, ari1_0.stage_settings,
  ari1_0.start_date_time, ari1_0.status, ari1_0.version
from access_review_instance ari1_0
where ari1_0.id=md5('listed')::uuid and ari1_0.definition_id=md5('listed')::uuid;
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
where aridi1_0.instance_id=md5('listed')::uuid
order by aridi1_0.principal_id,aridi1_0.id
offset 0 rows fetch first 101 rows only;
select stage, route, items from access_review_item_count
where instance_id = md5('listed')::uuid;
