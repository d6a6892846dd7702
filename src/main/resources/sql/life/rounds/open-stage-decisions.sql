-- Opens the decisions of a stage: one for each item in it.
insert into access_review_stage_decision
  (instance_id, stage, item_id, version, route, reviewer_id, recommendation, decision, justification)
select d.instance_id, d.stage, d.id, 0, d.route, d.reviewer_id, d.recommendation, 'NotReviewed', ''
from access_review_decision_item d
where d.instance_id = any(:instances) and d.stage = :stage;
