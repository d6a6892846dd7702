-- Lists are ordered by the dates that they show. Instances without an end come first. What every
-- update changes has no index: it would make each update write all indexes.
create index access_review_instance_by_end
  on access_review_instance
    (definition_id, coalesce(end_date_time, timestamptz '1900-01-01 00:00:00+00'), id);

-- Decisions of one kind on one resource are found in the index alone.
create index access_review_decision_item_by_decision_and_resource
  on access_review_decision_item (instance_id, decision, principal_id, resource_id);
drop index access_review_decision_item_by_decision;
alter index access_review_decision_item_by_decision_and_resource
  rename to access_review_decision_item_by_decision;

-- Series are found by the beginning of their name, in any collation.
create index access_review_schedule_definition_by_beginning
  on access_review_schedule_definition (left(display_name, 256) text_pattern_ops);
