-- Routes the items in a stage anew. They are locked in the order of their ids, like those that are
-- answered together, so that the two never wait for each other. Answers how many items go to another
-- list or to another own reviewer.
with held as (
  select d.id, d.route, d.reviewer_id
  from access_review_decision_item d
  where d.instance_id = any(:instances) and d.stage = :stage
  order by d.id
  for update),
routed as (
  update access_review_decision_item d
  set (route, reviewer_id) = (
    select routed.route, routed.reviewer_id
    from access_review_routed(lists.has_primary, lists.has_fallback,
      access_review_own_reviewer(:own_reviewer, d.principal_type, d.principal_id, d.manager_id,
        lists.has_primary or lists.has_fallback),
      access_review_own_reviewer(:stand_in, d.principal_type, d.principal_id, d.manager_id,
        lists.has_primary or lists.has_fallback)) routed)
  from held, access_review_instance i
    cross join lateral access_review_filled_lists(i.id, :stage) lists
  where i.id = any(:instances) and d.instance_id = i.id and d.id = held.id
  returning (d.route, d.reviewer_id) is distinct from (held.route, held.reviewer_id) as moved)
select count(*) filter (where moved) from routed;
