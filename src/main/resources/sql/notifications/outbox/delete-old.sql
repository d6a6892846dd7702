-- Deletes up to :most notices of before :before that do not wait any more, the oldest first. Those of
-- the start of a running instance stay: they say who was told when its reviewers change.
with oldest as (
  select n.id
  from notice n
  where n.state <> 'waiting' and n.created_date_time < :before
    and not (n.kind = 'start' and exists (
      select from access_review_instance i
      where i.id = n.instance_id and i.status in ('Starting', 'InProgress')))
  order by n.id
  limit :most)
delete from notice n using oldest
where n.id = oldest.id;
