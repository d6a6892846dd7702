-- Who reviews an instance now, and how many items they have: all of them, and those without an
-- answer. Items with the same reviewers are counted together first. In a stage its own decisions
-- count, not those of earlier stages.
with alike as materialized (
  select d.stage, d.route, d.reviewer_id, count(*) as items,
    count(*) filter (where coalesce(s.decision, d.decision) = 'NotReviewed') as open
  from access_review_decision_item d
    left join access_review_stage_decision s
      on s.instance_id = d.instance_id and s.stage = d.stage and s.item_id = d.id
  where d.instance_id = :instance
  group by d.stage, d.route, d.reviewer_id),
asked as (
  select a.user_id, sum(alike.items) as items, sum(alike.open) as open
  from alike
    cross join lateral (
      select distinct by_route.user_id
      from access_review_assigned(
        cast(:instance as uuid), alike.stage, alike.route, alike.reviewer_id) by_route) a
  group by a.user_id)
select
  coalesce(
    (
      select max(r.display_name) from access_review_reviewer r
      where r.instance_id = :instance and r.user_id = asked.user_id),
    cast(asked.user_id as text)) as name,
  cast(asked.items as bigint) as items, cast(asked.open as bigint) as open
from asked
order by asked.open desc, 1, asked.user_id
limit :most;
