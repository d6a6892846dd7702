-- The series of those instances that are completed and have not failed.
select distinct i.definition_id
from access_review_instance i
where i.id = any(:instances) and i.status = 'Completed';
