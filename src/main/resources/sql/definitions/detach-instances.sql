-- Takes the instances of a series out of it, with everything by which they are found. Their items
-- stay for the portions in which they are deleted. Decisions that are being written are waited for.
with held as (
  select i.id
  from access_review_instance i
  where i.definition_id = :definition
  order by i.id
  for update),
detached as (
  update access_review_instance i
  set definition_id = null, status = 'Completed', next_transition_at = null, version = i.version + 1
  from held
  where i.id = held.id),
stages as (
  delete from access_review_stage s using held where s.instance_id = held.id),
counts as (
  delete from access_review_item_count c using held where c.instance_id = held.id)
delete from access_review_reviewer r using held where r.instance_id = held.id;
