-- How many items instances have, and how many of them are answered.
select d.instance_id as id, count(*) as items,
  count(*) filter (where d.decision <> 'NotReviewed') as answered
from access_review_decision_item d
where d.instance_id = any(:instances)
group by d.instance_id;
