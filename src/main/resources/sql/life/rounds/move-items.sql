-- Moves items from the stage :ended to :stage, routes them and computes new recommendations.
-- If :all, every item of :ended moves. Otherwise an item moves if its decision is in :decisions, or
-- if :as_recommended and its decision equals its recommendation.
update access_review_decision_item d
set stage = :stage,
  (route, reviewer_id) = (
    select routed.route, routed.reviewer_id
    from access_review_routed(lists.has_primary, lists.has_fallback,
      access_review_own_reviewer(:own_reviewer, d.principal_type, d.principal_id, d.manager_id,
        lists.has_primary or lists.has_fallback),
      access_review_own_reviewer(:stand_in, d.principal_type, d.principal_id, d.manager_id,
        lists.has_primary or lists.has_fallback)) routed),
  recommendation = access_review_recommendation(:recommends, d.principal_type,
    case when :in_application then d.resource_sign_in_date_time else d.last_sign_in_date_time end,
    :since),
  outlier = false, version = d.version + 1
from access_review_instance i
  cross join lateral access_review_filled_lists(i.id, :stage) lists
  join access_review_stage_decision s on s.instance_id = i.id
where i.id = any(:instances) and d.id = s.item_id and s.stage = :ended
  and (:all or s.decision = any(:decisions) or :as_recommended and s.decision = s.recommendation);
