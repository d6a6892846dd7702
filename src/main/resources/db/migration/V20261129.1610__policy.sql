-- The policy of access reviews, and the group of a series whose owners may manage it.

create table access_review_policy (
  id                                integer primary key check (id = 1),
  is_group_owner_management_enabled boolean not null
);
insert into access_review_policy values (1, false);

alter table access_review_schedule_definition add column group_id uuid;

update access_review_schedule_definition d
set group_id = named.id::uuid
from access_review_schedule_definition s
  cross join lateral (
    select (regexp_match(
      case
        when s.scope -> 'resourceScopes' is null then s.scope ->> 'query'
        when jsonb_array_length(s.scope -> 'resourceScopes') = 1 then s.scope -> 'resourceScopes' -> 0 ->> 'query'
      end,
      '^\s*/?(?:(?:v1\.0|beta)/)?groups/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?].*)?$', 'i'))[1] as id) named
where s.id = d.id and named.id is not null;

create index access_review_schedule_definition_of_group
  on access_review_schedule_definition (group_id) where group_id is not null;
