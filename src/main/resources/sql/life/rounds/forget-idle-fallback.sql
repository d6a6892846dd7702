-- Fallback reviewers of a stage who stand in for nobody any more are not asked.
update access_review_reviewer r
set contacted = false
from access_review_instance i
where i.id = any(:instances) and r.instance_id = i.id and r.stage = :stage and r.contacted
  and r.listed = 'fallback' and not exists (
    select from access_review_decision_item d
    where d.instance_id = i.id and d.stage = :stage
      and (d.route = 'fallback' or d.reviewer_id = r.user_id));
