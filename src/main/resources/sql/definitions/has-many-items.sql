-- Whether a series has more than :most items.
select exists (
  select from access_review_decision_item d
    join access_review_instance i on i.id = d.instance_id
  where i.definition_id = :definition
  offset :most);
