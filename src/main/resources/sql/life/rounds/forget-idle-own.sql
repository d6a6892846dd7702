-- Reviewers of a stage who had items of their own and have none any more are reviewers no longer.
delete from access_review_reviewer r using access_review_instance i
where i.id = any(:instances) and r.instance_id = i.id and r.stage = :stage and r.listed is null
  and not exists (
    select from access_review_decision_item d
    where d.reviewer_id = r.user_id and d.instance_id = i.id and d.stage = :stage);
