-- Lists the access that was denied in instances and not applied yet.
insert into access_removal (item_id, principal_id, principal_type, resource_id)
select d.id, d.principal_id, d.principal_type, d.resource_id
from access_review_instance i join access_review_decision_item d on d.instance_id = i.id
where i.id = any(:instances) and d.decision = 'Deny' and d.apply_result = 'New';
