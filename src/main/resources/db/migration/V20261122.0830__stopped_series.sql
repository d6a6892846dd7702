-- A series that was stopped never starts again, whatever its recurrence becomes.
alter table access_review_schedule_definition
  add column stopped boolean not null default false;
