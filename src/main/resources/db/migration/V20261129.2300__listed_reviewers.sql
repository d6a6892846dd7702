-- Reports ask for each item whether anybody on its list was asked to review. Most reviewers of a
-- self-review are on no list, and have no entry here.
create index access_review_reviewer_listed
  on access_review_reviewer (instance_id, stage, listed)
  where contacted and listed is not null;
