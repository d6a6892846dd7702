-- Who may read and write a review: the kind of its resource, its creator, its reviewers.

alter table access_review_schedule_definition
  add column kind text,
  add column created_by_id uuid generated always as ((created_by ->> 'id')::uuid) stored;

update access_review_schedule_definition
set kind = case
  when coalesce(scope -> 'resourceScopes' -> 0 ->> 'query', scope ->> 'query')
       ~* '^\s*/?((v1\.0|beta)/)?rolemanagement/'
  then 'ENTRA_ROLE' else 'GROUP_OR_APP' end;

alter table access_review_schedule_definition
  alter column kind set not null,
  add constraint access_review_schedule_definition_kind_known
    check (kind in ('GROUP_OR_APP', 'ENTRA_ROLE'));

create index access_review_schedule_definition_of_kind
  on access_review_schedule_definition (kind, created_date_time, id);
create index access_review_schedule_definition_created_by
  on access_review_schedule_definition (created_by_id, created_date_time, id);

-- The users among the reviewers that are named one by one.
create function pg_temp.named_users(reviewers jsonb) returns uuid[] language sql as $$
  select coalesce(array_agg(distinct named[1]::uuid), '{}')
  from jsonb_array_elements(reviewers) reviewer,
       regexp_matches(reviewer ->> 'query',
         '^\s*/?(?:(?:v1\.0|beta)/)?users/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/?\s*$', 'i') named
$$;

alter table access_review_instance add column named_reviewers uuid[];
update access_review_instance set named_reviewers = pg_temp.named_users(reviewers);
alter table access_review_instance alter column named_reviewers set not null;
create index access_review_instance_named_reviewers
  on access_review_instance using gin (named_reviewers);

alter table access_review_stage add column named_reviewers uuid[];
update access_review_stage set named_reviewers = pg_temp.named_users(reviewers);
alter table access_review_stage alter column named_reviewers set not null;
create index access_review_stage_named_reviewers
  on access_review_stage using gin (named_reviewers);
