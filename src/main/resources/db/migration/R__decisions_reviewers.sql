-- Who is assigned to an item now (docs/adr/0016).

-- Users who were asked to review a stage, or an instance without stages (stage is empty then).
-- undelivered ones could not be told.
-- route is the list that they are on, and null for reviewers of items of their own only.
create or replace view access_review_asked_reviewer as
  select instance_id, stage, user_id, listed as route, undelivered
  from access_review_reviewer
  where contacted;

-- The users who review an item with this stage, route and own reviewer, and as what they act: as
-- 'individual' the item's own reviewer, as 'primary' or 'fallback' everybody on that list.
-- A user who is both has two rows.
create or replace function access_review_assigned(
    instance uuid, stage text, route text, own_reviewer uuid)
  returns table (user_id uuid, acting_as text)
  language sql stable as $$
  select own_reviewer, 'individual' where own_reviewer is not null
  union all
  select asked.user_id, asked.route from access_review_asked_reviewer asked
  where asked.instance_id = $1 and asked.stage = $2 and asked.route = $3
$$;

-- Whether anybody was asked to review an item with this stage, route and own reviewer,
-- and could be told.
create or replace function access_review_has_reviewer(
    instance uuid, stage text, route text, own_reviewer uuid) returns table (asked boolean)
  language sql stable as $$
  select
    exists (
      select from access_review_asked_reviewer r
      where r.instance_id = $1 and r.stage = $2 and r.route = $3 and not r.undelivered)
    or exists (
      select from access_review_asked_reviewer r
      where r.instance_id = $1 and r.stage = $2 and r.user_id = $4 and not r.undelivered)
$$;
