-- What applying instances would remove from each of their resources, and whether that is more
-- principals than :count and than :percent of all. Unless :all, only resources that would lose too
-- much, of instances that nobody asked to apply. The last row of an instance says most.
select d.instance_id, max(d.resource_name) as resource, count(*) as principals,
  count(*) filter (where d.decision = 'Deny') as denied,
  count(*) filter (where d.decision = 'Deny') > :count
    and count(*) filter (where d.decision = 'Deny') * 100 > :percent * count(*) as too_much
from access_review_instance i join access_review_decision_item d on d.instance_id = i.id
where i.id = any(:instances) and (:all or i.apply_requested_by is null) and d.apply_result = 'New'
group by d.instance_id, d.resource_id
having :all or count(*) filter (where d.decision = 'Deny') > :count
  and count(*) filter (where d.decision = 'Deny') * 100 > :percent * count(*)
order by d.instance_id, too_much, denied;
