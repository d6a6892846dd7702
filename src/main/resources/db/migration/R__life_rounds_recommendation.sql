-- When access is recommended to be denied (docs/adr/0013, 0016).

-- The recommendation by sign-ins. It is NoInfoAvailable if no recommendation is asked for, and for
-- principals that are no users. It is Approve if sign-ins do not count (since is null), and for a
-- user who signed in at since or later. Otherwise it is Deny.
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
