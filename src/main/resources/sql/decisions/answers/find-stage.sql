-- A stage of an instance, and whether it is open.
select s.stage_id, s.status
from access_review_stage s
where s.id = :stage and s.instance_id = :instance;
