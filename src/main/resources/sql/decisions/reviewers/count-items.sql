-- Counts the items of instances for each list that they are on.
with counted as (
  select d.instance_id, d.stage, d.route, count(*) as items
  from access_review_decision_item d
  where d.instance_id = any(:instances)
  group by d.instance_id, d.stage, d.route),
gone as (
  delete from access_review_item_count c
  where c.instance_id = any(:instances)
    and (c.instance_id, c.stage, c.route) not in (
      select instance_id, stage, route from counted))
insert into access_review_item_count (instance_id, stage, route, items)
select instance_id, stage, route, items from counted
on conflict (instance_id, stage, route) do update set items = excluded.items;
