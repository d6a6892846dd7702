-- Whom an instance asked to review, whichever of its stages, as its contactedReviewers show them.
create view access_review_contacted_reviewer as
  select instance_id, user_id, coalesce(max(display_name), '') as display_name,
    coalesce(max(user_principal_name), '') as user_principal_name,
    min(created_date_time) as created_date_time
  from access_review_reviewer
  where contacted
  group by instance_id, user_id;

-- Few items go to the fallback reviewers, and these look for them among all of an instance.
create index access_review_decision_item_of_fallback
  on access_review_decision_item (instance_id, stage, principal_id) where route = 'fallback';
