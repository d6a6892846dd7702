-- Deletes up to :most items of one instance without a series; the instance itself once it has none.
-- Answers how many rows were deleted. Another replica takes another instance meanwhile.
with instance as (
  select i.id
  from access_review_instance i
  where i.definition_id is null
  order by i.id
  limit 1
  for update skip locked),
portion as (
  select d.id
  from access_review_decision_item d join instance on d.instance_id = instance.id
  limit :most),
items as (
  delete from access_review_decision_item d using portion where d.id = portion.id returning 1),
gone as (
  delete from access_review_instance i using instance
  where i.id = instance.id and not exists (select from portion)
  returning 1)
select (select count(*) from items) + (select count(*) from gone);
