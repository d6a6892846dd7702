-- The groups of an enumeration in which somebody has access: those of a list or, where it is empty,
-- all Microsoft 365 groups, or those of them that are teams; without some. Groups with dynamic membership and role-assignable groups
-- are left out.
-- Hole :principals, for example select: the query for who has access to the group g.id.
select g.id
from directory_group g
where (g.id = any(:directory_groups)
    or cardinality(cast(:directory_groups as uuid[])) = 0 and g.group_types @> array['Unified'])
  and (not :directory_teams_only or g.resource_provisioning_options @> array['Team'])
  and g.id <> all(:directory_except)
  and not g.group_types @> array['DynamicMembership'] and not g.is_assignable_to_role
  and exists (:principals);
