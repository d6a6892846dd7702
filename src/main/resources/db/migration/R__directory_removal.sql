-- What becomes of a removal of access from the built-in directory (docs/adr/0016).

-- The verdict, from what the directory knows. Of several reasons against a removal the first counts.
create or replace function directory_removal_verdict(
    principal_exists boolean, resource_exists boolean, direct boolean, through_group boolean)
  returns text
  language sql immutable as $$
  select case
    when not principal_exists then 'no principal'
    when not resource_exists then 'no resource'
    when direct then 'removed'
    when through_group then 'through group'
    else 'no access'
  end
$$;

-- The same for members of a group, whose members may be managed elsewhere.
create or replace function directory_group_removal_verdict(
    principal_exists boolean, resource_exists boolean, direct boolean, through_group boolean,
    on_premises_sync_enabled boolean, group_types text[], mail_enabled boolean)
  returns text
  language sql immutable as $$
  select case
    when not (principal_exists and resource_exists and direct)
      then directory_removal_verdict(principal_exists, resource_exists, direct, through_group)
    when on_premises_sync_enabled then 'synced'
    when group_types @> array['DynamicMembership'] then 'dynamic'
    when mail_enabled and not group_types @> array['Unified'] then 'mail'
    else 'removed'
  end
$$;

-- What each verdict means to callers.
create or replace view directory_removal_result as
  select verdict, apply_result, apply_description
  from (values
    ('removed', 'AppliedSuccessfully', null),
    ('no principal', 'AppliedSuccessfullyButObjectNotFound',
      'The principal is no longer in the directory.'),
    ('no resource', 'AppliedSuccessfullyButObjectNotFound',
      'The resource is no longer in the directory.'),
    ('no access', 'AppliedSuccessfullyButObjectNotFound',
      'The principal no longer had the access.'),
    ('synced', 'ApplyNotSupported',
      'The group is synchronised from on-premises; its members are changed there.'),
    ('dynamic', 'ApplyNotSupported',
      'The members of the group follow from its membership rule.'),
    ('mail', 'ApplyNotSupported',
      'The group is mail-enabled but no Microsoft 365 group; its members are changed in Exchange.'),
    ('through group', 'ApplyNotSupported',
      'The principal has the access through a group.'))
    result (verdict, apply_result, apply_description);

-- What is said of a removal after which the principal still is a member, or assigned, through groups
-- with these quoted names: the first five of them in order.
create or replace function directory_removal_incomplete(still text, group_names text[])
  returns text
  language sql immutable as $$
  select 'The direct access is removed; the principal is still ' || still || ' through '
    || case when cardinality(group_names) = 1 then 'group ' else 'groups ' end
    || array_to_string((array(select name from unnest(group_names) name order by name))[1:5], ', ')
    || case when cardinality(group_names) > 5
      then ' and ' || cardinality(group_names) - 5 || ' more' else '' end
    || '.'
$$;
