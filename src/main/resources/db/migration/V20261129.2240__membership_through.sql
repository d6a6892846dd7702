-- The groups through which a principal has access, as they were when the instance started. Items of
-- older instances do not say.
alter table access_review_decision_item add column membership_through text;
