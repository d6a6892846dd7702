-- Starts the instances of an occurrence of a series over groups: one for each group, with the id of
-- the group in its scope instead of :each.
-- Hole :groups, for example select id from directory_group: the groups.
insert into access_review_instance
  (id, version, definition_id, occurrence, resource, resource_id, start_date_time, end_date_time,
   status, next_transition_at, errors, scope, scope_query, reviewers, fallback_reviewers, settings,
   stage_settings)
select gen_random_uuid(), 0, d.id, cast(:occurrence as date), '/groups/' || g.id, g.id,
  cast(:start as timestamptz), cast(:end as timestamptz), 'Initializing',
  cast(:start as timestamptz), '[]',
  jsonb_set(d.scope, '{query}', to_jsonb(replace(:query, :each, g.id::text))),
  replace(:searched, :each, g.id::text), d.reviewers, d.fallback_reviewers, d.settings,
  d.stage_settings
from access_review_schedule_definition d, (:groups) g
where d.id = :definition;
