-- Resources of which instances would remove more principals than :count and than :percent of all.
-- An instance that somebody asked to apply is left out.
select d.instance_id, max(d.resource_name) as resource, count(*) as principals,
  count(*) filter (where d.decision = 'Deny') as denied
from access_review_instance i join access_review_decision_item d on d.instance_id = i.id
where i.id = any(:instances) and i.apply_requested_by is null and d.apply_result = 'New'
group by d.instance_id, d.resource_id
having count(*) filter (where d.decision = 'Deny') > :count
  and count(*) filter (where d.decision = 'Deny') * 100 > :percent * count(*);
