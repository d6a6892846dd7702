-- Deletes up to :most notices of before :before that do not wait any more, the oldest first.
with oldest as (
  select id, state, created_date_time from notice order by id limit :most)
delete from notice n using oldest
where n.id = oldest.id and oldest.state <> 'waiting' and oldest.created_date_time < :before;
