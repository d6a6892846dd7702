-- Deletes the notices of the instances of a series.
delete from notice n using access_review_instance i
where i.definition_id = :definition and n.instance_id = i.id;
