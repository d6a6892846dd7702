-- Keeps with the decisions of a stage that ends who reviewed its items: these go on to others.
update access_review_stage_decision s
set route = d.route, reviewer_id = d.reviewer_id
from access_review_instance i join access_review_decision_item d on d.instance_id = i.id
where i.id = any(:instances) and s.instance_id = i.id and s.stage = :stage and s.item_id = d.id
  and (s.route, s.reviewer_id) is distinct from (d.route, d.reviewer_id);
