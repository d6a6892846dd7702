-- What lists are filtered and ordered by has an index. Names are indexed by their beginning:
-- an entry of an index holds no more than 2,704 bytes.

create extension if not exists pg_trgm;

-- The query of an accessReviewQueryScope as it is read back; null for the other kinds of scope.
alter table access_review_schedule_definition add column scope_query text;
alter table access_review_instance add column scope_query text;

-- The rules of GraphQuery.counted() for the rows that are there; new rows come with theirs.
create function pg_temp.read_back(scope jsonb) returns text language sql immutable as $$
  select case when rooted ilike '%$count=true%' then rooted
    else regexp_replace(rooted, '\?\$filter=(?=\(?userType( |\+|%20)eq( |\+|%20)''Guest'')',
      '?$count=true&$filter=', 'i') end
  from (select case
      when query like './%' then query
      when query ~* '^/?(v1\.0|beta)/' then '/' || ltrim(query, '/')
      when query ~* '^/?roleManagement/' then '/beta/' || ltrim(query, '/')
      else '/v1.0/' || ltrim(query, '/') end as rooted
    from (select btrim(scope ->> 'query', E' \t\n\r\f') as query) sent) sent
$$;
update access_review_schedule_definition set scope_query = pg_temp.read_back(scope)
  where coalesce(scope ->> '@odata.type', '') in ('', '#microsoft.graph.accessReviewQueryScope');
update access_review_instance set scope_query = pg_temp.read_back(scope)
  where coalesce(scope ->> '@odata.type', '') in ('', '#microsoft.graph.accessReviewQueryScope');

create index access_review_schedule_definition_by_name
  on access_review_schedule_definition (left(display_name, 256), id);
create index access_review_schedule_definition_by_status
  on access_review_schedule_definition (status, id);
create index access_review_schedule_definition_of_status_in_order
  on access_review_schedule_definition (status, created_date_time, id);
create index access_review_schedule_definition_by_query
  on access_review_schedule_definition using gin (scope_query gin_trgm_ops);

create index access_review_instance_by_status
  on access_review_instance (definition_id, status, id);
create index access_review_instance_by_query
  on access_review_instance using gin (scope_query gin_trgm_ops);

-- An instance has three stages at most, behind access_review_stage_once.
