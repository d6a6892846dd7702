-- The life of a review: when the next thing happens to an instance, who reviews it, and the
-- decisions on the principals that had access when it started (docs/adr/0013).

alter table access_review_instance
  add column resource_id uuid,
  add column errors jsonb not null default '[]',
  add column next_transition_at timestamptz;
alter table access_review_instance alter column errors drop default;

update access_review_instance set next_transition_at = end_date_time where status = 'InProgress';

drop index access_review_instance_due;
create index access_review_instance_due on access_review_instance (next_transition_at, id)
  where next_transition_at is not null;

-- Who reviews an instance, or one of its stages; stage is empty where an instance has none. Those
-- of a list review every item that is routed to the list; the others, items of their own.
create table access_review_reviewer (
  instance_id         uuid        not null
    constraint access_review_reviewer_of_instance
      references access_review_instance on delete cascade,
  stage               text        not null,
  user_id             uuid        not null,
  listed              text
    constraint access_review_reviewer_listed_known check (listed in ('primary', 'fallback')),
  contacted           boolean     not null,
  display_name        text,
  user_principal_name text,
  created_date_time   timestamptz not null,
  constraint access_review_reviewer_pk primary key (instance_id, stage, user_id)
);

create index access_review_reviewer_by_user
  on access_review_reviewer (user_id, instance_id, stage) where contacted;

insert into access_review_reviewer
  (instance_id, stage, user_id, listed, contacted, created_date_time)
select distinct i.id, '', r.id, 'primary', true, i.start_date_time
from access_review_instance i, unnest(i.named_reviewers) r (id)
where not exists (select from access_review_stage s where s.instance_id = i.id);
insert into access_review_reviewer
  (instance_id, stage, user_id, listed, contacted, created_date_time)
select distinct s.instance_id, s.stage_id, r.id, 'primary', true, s.start_date_time
from access_review_stage s, unnest(s.named_reviewers) r (id);

alter table access_review_instance drop column named_reviewers;
alter table access_review_stage drop column named_reviewers;

-- One principal's access to one resource, as it was when the instance started, and what was
-- decided last. stage, route and reviewer_id say where the item is reviewed now.
create table access_review_decision_item (
  id                         uuid        constraint access_review_decision_item_pk primary key,
  version                    bigint      not null,
  instance_id                uuid        not null
    constraint access_review_decision_item_of_instance
      references access_review_instance on delete cascade,
  principal_id               uuid        not null,
  principal_type             text        not null
    constraint access_review_decision_item_principal_known
      check (principal_type in ('user', 'group', 'servicePrincipal')),
  principal_name             text,
  principal_user_name        text,
  principal_app_id           uuid,
  manager_id                 uuid,
  last_sign_in_date_time     timestamptz,
  resource_sign_in_date_time timestamptz,
  resource_id                uuid        not null,
  resource_type              text        not null,
  resource_name              text,
  resource_app_id            uuid,
  membership                 text        not null
    constraint access_review_decision_item_membership_known
      check (membership in ('direct', 'indirect', 'direct,indirect')),
  outlier                    boolean     not null,
  stage                      text        not null,
  route                      text        not null
    constraint access_review_decision_item_route_known
      check (route in ('primary', 'fallback', 'individual', 'nobody')),
  reviewer_id                uuid,
  recommendation             text        not null,
  decision                   text        not null,
  justification              text        not null,
  reviewed_by                jsonb,
  reviewed_date_time         timestamptz,
  apply_result               text        not null,
  apply_description          text,
  applied_by                 jsonb,
  applied_date_time          timestamptz,
  constraint access_review_decision_item_once unique (instance_id, principal_id, resource_id)
);

create index access_review_decision_item_by_decision
  on access_review_decision_item (instance_id, decision, principal_id);
create index access_review_decision_item_by_reviewer
  on access_review_decision_item (reviewer_id, instance_id, principal_id)
  where reviewer_id is not null;

-- What was decided in a stage; the item has what was decided last. route and reviewer_id are those
-- of the item when the stage began, and when it ended.
create table access_review_stage_decision (
  instance_id        uuid        not null
    constraint access_review_stage_decision_of_instance
      references access_review_instance on delete cascade,
  stage              text        not null,
  item_id            uuid        not null
    constraint access_review_stage_decision_of_item
      references access_review_decision_item on delete cascade,
  version            bigint      not null,
  route              text        not null,
  reviewer_id        uuid,
  recommendation     text        not null,
  decision           text        not null,
  justification      text        not null,
  reviewed_by        jsonb,
  reviewed_date_time timestamptz,
  constraint access_review_stage_decision_pk primary key (instance_id, stage, item_id)
);

create index access_review_stage_decision_of_item on access_review_stage_decision (item_id);
