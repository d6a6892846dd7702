-- Records on items of instances what came of applying their decisions: on denied ones, and with
-- :kept also on those that keep their access.
update access_review_decision_item d
set apply_result = coalesce(removal.apply_result,
    case when d.decision = 'Deny' then 'AppliedWithUnknownFailure' else 'AppliedSuccessfully' end),
  apply_description = removal.apply_description,
  applied_by = coalesce(i.apply_requested_by, cast(:applier as jsonb)),
  applied_date_time = :now,
  version = d.version + 1
from access_review_decision_item item
  join access_review_instance i on i.id = item.instance_id
  left join access_removal removal on removal.item_id = item.id
where i.id = any(:instances) and d.id = item.id and item.apply_result = 'New'
  and (item.decision = 'Deny' or :kept);
