-- Where an item is routed (docs/adr/0013, 0016).

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
-- principal's manager, otherwise nobody. Who is their own manager reviews their own access only where
-- there are no others, on a list, who could.
create or replace function access_review_own_reviewer(
    kind text, principal_type text, principal uuid, manager uuid, others boolean)
  returns uuid
  language sql immutable as $$
  select case kind
    when 'self' then case when principal_type = 'user' then principal end
    when 'manager' then case when manager <> principal or not others then manager end
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
