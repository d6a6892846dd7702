-- GET of an instance: AccessReviewInstance.required.
\set n random(1, :instances)
select ari1_0.id, ari1_0.definition_id, ari1_0.end_date_time, ari1_0.errors,
  ari1_0.fallback_reviewers, ari1_0.next_transition_at, ari1_0.occurrence, ari1_0.resource,
  ari1_0.resource_id, ari1_0.reviewers, ari1_0.scope, ari1_0.scope_query, ari1_0.stage_settings,
  ari1_0.start_date_time, ari1_0.status, ari1_0.version
from access_review_instance ari1_0
where ari1_0.id=md5('instance' || :n)::uuid and ari1_0.definition_id=md5('instance' || :n)::uuid;
