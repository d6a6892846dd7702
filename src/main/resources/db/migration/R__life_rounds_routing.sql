-- Where an item is routed, and what is recommended for it (docs/adr/0013, 0016).

-- Which lists of a stage of an instance have anybody on them. Offset 0 makes it one look for each
-- instance and not for each of its items.
create or replace function access_review_filled_lists(instance uuid, stage text)
  returns table (has_primary boolean, has_fallback boolean)
  language sql stable as $$
  select
    exists (select from access_review_reviewer r
      where r.instance_id = $1 and r.stage = $2 and r.listed = 'primary'),
    exists (select from access_review_reviewer r
      where r.instance_id = $1 and r.stage = $2 and r.listed = 'fallback')
  offset 0
$$;

-- Who alone reviews the access of a principal: with 'self' a user themself, with 'manager' the
-- principal's manager, otherwise nobody.
create or replace function access_review_own_reviewer(
    kind text, principal_type text, principal uuid, manager uuid)
  returns uuid
  language sql immutable as $$
  select case kind
    when 'self' then case when principal_type = 'user' then principal end
    when 'manager' then manager
  end
$$;

-- Where an item goes: to the primary list, else to its own reviewer, else to the fallback list,
-- else to its own stand-in, else to nobody. An own reviewer also reviews what is on a list; a
-- stand-in does so only where the primary list is empty.
create or replace function access_review_routed(
    has_primary boolean, has_fallback boolean, own_reviewer uuid, stand_in uuid)
  returns table (route text, reviewer_id uuid)
  language sql immutable as $$
  select
    case
      when has_primary then 'primary'
      when own_reviewer is not null then 'individual'
      when has_fallback then 'fallback'
      when stand_in is not null then 'individual'
      else 'nobody'
    end,
    coalesce(own_reviewer, case when not has_primary then stand_in end)
$$;

-- What is recommended: nothing where it is not asked for and for other principals than users;
-- Approve for whoever signed in since then, and for everybody where sign-ins do not count (since is
-- null); else Deny.
create or replace function access_review_recommendation(
    asked boolean, principal_type text, last_sign_in timestamptz, since timestamptz)
  returns text
  language sql immutable as $$
  select case
    when not asked or principal_type <> 'user' then 'NoInfoAvailable'
    when since is null or last_sign_in >= since then 'Approve'
    else 'Deny'
  end
$$;

-- The items in a stage of these instances whose users are outliers: they share no manager with any
-- other user of the group under review, and are neither the manager nor the report of one. In a
-- group of one nobody is an outlier.
create or replace function access_review_peer_outliers(instances uuid[], stage text)
  returns table (item_id uuid)
  language sql stable as $$
  with member as (
    select d.id, d.instance_id, d.resource_id, d.principal_id, d.manager_id, d.stage
    from access_review_decision_item d
    where d.instance_id = any($1) and d.principal_type = 'user'),
  team as (
    select instance_id, resource_id, manager_id, count(*) as size
    from member group by instance_id, resource_id, manager_id),
  crowd as (
    select instance_id, resource_id
    from member group by instance_id, resource_id having count(*) > 1)
  select m.id
  from member m join crowd using (instance_id, resource_id)
  where m.stage = $2
    and not exists (
      select from team t
      where t.instance_id = m.instance_id and t.resource_id = m.resource_id
        and (t.manager_id = m.manager_id and t.size > 1 or t.manager_id = m.principal_id))
    and not exists (
      select from member boss
      where boss.instance_id = m.instance_id and boss.resource_id = m.resource_id
        and boss.principal_id = m.manager_id)
$$;
