-- Who has access to what in the built-in directory (docs/adr/0012, 0016). Each principal comes once
-- for each resource; membership says how they have it: direct, indirect, or direct,indirect.
-- membership_through names the groups of indirect access.

-- What follows returns other columns than an older version did.
drop function if exists directory_membership(uuid, text[], boolean, boolean, boolean);
drop function if exists directory_application_access(uuid, text[]);
drop function if exists directory_role_access(uuid, text[], boolean, boolean, text);
drop function if exists directory_package_access(uuid, text[], uuid, uuid);

-- Groups through which a principal has access, as text: up to five of them, by name and id.
create or replace function directory_through(names text[]) returns text
  language sql immutable as $$
  select array_to_string($1[1:5], '; ')
    || case when cardinality($1) > 5 then '; and ' || cardinality($1) - 5 || ' more' else '' end
$$;

-- Members of groups themselves. A plain view: with many groups it becomes one join.
create or replace view directory_direct_membership as
  select member_id as principal_id, member_type as principal_type,
    cast(null as timestamptz) as resource_sign_in_date_time, group_id as resource_id,
    'direct' as membership, cast(null as text) as membership_through
  from directory_group_member;

-- Members of a group in the ways that are wanted: themselves, through groups within it, and in the
-- shared channels of a team. Whoever is in a shared channel has direct access.
create or replace function directory_membership(
    resource uuid, kinds text[], direct boolean, nested boolean, shared_channels boolean)
  returns table (principal_id uuid, principal_type text, resource_sign_in_date_time timestamptz,
    resource_id uuid, membership text, membership_through text)
  language sql stable as $$
  select coalesce(d.principal_id, n.principal_id), coalesce(d.principal_type, n.principal_type),
    cast(null as timestamptz), resource, concat_ws(',', d.membership, n.membership), n.through
  from (
    select m.member_id as principal_id, m.member_type as principal_type, 'direct' as membership
    from directory_group_member m
    where direct and m.group_id = resource and m.member_type = any(kinds)
    union all
    select distinct c.user_id, 'user', 'direct'
    from directory_channel s join directory_channel_member c on c.channel_id = s.id
    where shared_channels and s.team_id = resource and s.membership_type = 'shared'
      and 'user' = any(kinds)
      and not (direct and exists (
        select from directory_group_member m
        where m.group_id = resource and m.member_id = c.user_id))) d
  full join (
    select m.member_id as principal_id, m.member_type as principal_type, 'indirect' as membership,
      directory_through(array_agg(g.display_name || ' (' || g.id || ')')) as through
    from directory_groups_within(resource) w (id)
      join directory_group g on g.id = w.id
      join directory_group_member m on m.group_id = w.id
    where nested and w.id <> resource and m.member_id <> resource and m.member_type = any(kinds)
    group by m.member_id, m.member_type) n
    on n.principal_id = d.principal_id
$$;

-- Who is assigned to an application, and the users of groups that are.
create or replace function directory_application_access(resource uuid, kinds text[])
  returns table (principal_id uuid, principal_type text, resource_sign_in_date_time timestamptz,
    resource_id uuid, membership text, membership_through text)
  language sql stable as $$
  select coalesce(d.principal_id, n.principal_id), coalesce(d.principal_type, 'user'),
    d.resource_sign_in_date_time, resource, concat_ws(',', d.membership, n.membership), n.through
  from (
    select a.principal_id, a.principal_type, 'direct' as membership,
      max(a.last_sign_in_date_time) as resource_sign_in_date_time
    from directory_app_role_assignment a
    where a.resource_id = resource and a.principal_type = any(kinds)
    group by a.principal_id, a.principal_type) d
  full join (
    select m.member_id as principal_id, 'indirect' as membership,
      directory_through(array_agg(g.display_name || ' (' || g.id || ')')) as through
    from (
      select distinct a.principal_id as id
      from directory_app_role_assignment a
      where a.resource_id = resource and a.principal_type = 'group') assigned
      join directory_group g on g.id = assigned.id
      join directory_group_member m on m.group_id = g.id and m.member_type = 'user'
    where 'user' = any(kinds)
    group by m.member_id) n
    on n.principal_id = d.principal_id
$$;

-- Who holds a role: by assignments (of one type, where it is given), and who may activate it.
create or replace function directory_role_access(
    resource uuid, kinds text[], active boolean, eligible boolean, assignment_type text)
  returns table (principal_id uuid, principal_type text, resource_sign_in_date_time timestamptz,
    resource_id uuid, membership text, membership_through text)
  language sql stable as $$
  select h.principal_id, h.principal_type, cast(null as timestamptz), resource, 'direct',
    cast(null as text)
  from (
    select a.principal_id, a.principal_type
    from directory_role_assignment a
    where active and a.role_definition_id = $1 and a.principal_type = any($2)
      and a.assignment_type = coalesce($5, a.assignment_type)
    union
    select a.principal_id, a.principal_type
    from directory_role_eligibility a
    where eligible and a.role_definition_id = $1 and a.principal_type = any($2)) h
$$;

-- Who has an access package by an assignment policy; of one catalog, where it is given.
create or replace function directory_package_access(
    resource uuid, kinds text[], access_package uuid, catalog uuid)
  returns table (principal_id uuid, principal_type text, resource_sign_in_date_time timestamptz,
    resource_id uuid, membership text, membership_through text)
  language sql stable as $$
  select distinct a.target_id, 'user', cast(null as timestamptz), resource, 'direct',
    cast(null as text)
  from directory_access_package_assignment a
  where a.assignment_policy_id = resource and 'user' = any(kinds)
    and a.state in ('partiallyDelivered', 'delivered')
    and a.access_package_id = access_package
    and (catalog is null or a.catalog_id = catalog)
$$;

-- Resources that reviews may be about, of all types.
create or replace view directory_resource as
  select 'group' as type, id, display_name, cast(null as uuid) as app_id from directory_group
  union all
  select 'servicePrincipal', id, display_name, app_id from directory_service_principal
  union all
  select 'directoryRole', id, display_name, null from directory_role_definition
  union all
  select 'accessPackageAssignmentPolicy', assignment_policy_id, min(assignment_policy_name), null
  from directory_access_package_assignment group by assignment_policy_id;
