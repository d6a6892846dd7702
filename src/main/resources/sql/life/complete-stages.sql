-- Completes the open stage of instances.
update access_review_stage
set status = 'Completed', version = version + 1
where instance_id = any(:instances) and status = 'InProgress'
returning id;
