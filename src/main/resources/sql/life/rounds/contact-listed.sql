-- Asks the reviewers on the lists of a stage: primary ones, and fallback ones where items need them.
update access_review_reviewer r
set contacted = true, created_date_time = :now
from access_review_instance i
where i.id = any(:instances) and r.instance_id = i.id and r.stage = :stage and not r.contacted
  and (r.listed = 'primary' or r.listed = 'fallback' and exists (
    select from access_review_decision_item d
    where d.instance_id = i.id and d.stage = :stage and d.route = 'fallback'));
