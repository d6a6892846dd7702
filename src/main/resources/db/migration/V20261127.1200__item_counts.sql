-- How many items of an instance are on which list, counted when they are routed: lists say it on
-- every first page, and a million items take as long to count as to read.
create table access_review_item_count (
  instance_id uuid   not null
    constraint access_review_item_count_of_instance
      references access_review_instance on delete cascade,
  stage       text   not null,
  route       text   not null,
  items       bigint not null,
  constraint access_review_item_count_pk primary key (instance_id, stage, route)
);

insert into access_review_item_count (instance_id, stage, route, items)
select instance_id, stage, route, count(*) from access_review_decision_item
group by instance_id, stage, route;
