-- Failed is a status, too. Rows that are there fulfil the narrower rule, so they are not checked
-- again.
alter table access_review_schedule_definition
  drop constraint access_review_schedule_definition_status_known,
  add constraint access_review_schedule_definition_status_known check (status in
    ('NotStarted', 'Initializing', 'Starting', 'InProgress', 'Completing',
     'AutoReviewing', 'AutoReviewed', 'Completed', 'Applying', 'Applied', 'Failed')) not valid;
alter table access_review_instance
  drop constraint access_review_instance_status_known,
  add constraint access_review_instance_status_known check (status in
    ('NotStarted', 'Initializing', 'Starting', 'InProgress', 'Completing',
     'AutoReviewing', 'AutoReviewed', 'Completed', 'Applying', 'Applied', 'Failed')) not valid;
alter table access_review_stage
  drop constraint access_review_stage_status_known,
  add constraint access_review_stage_status_known check (status in
    ('NotStarted', 'Initializing', 'Starting', 'InProgress', 'Completing',
     'AutoReviewing', 'AutoReviewed', 'Completed', 'Applying', 'Applied', 'Failed')) not valid;
