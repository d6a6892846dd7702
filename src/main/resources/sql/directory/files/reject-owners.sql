-- Lines of a file of owners that cannot be taken over, and what was expected.
select line, member, expected
from (
  select i.line, 'objectId' as member, 'the id of a group or of a service principal' as expected
  from directory_import i
    left join directory_object o
      on o.id = i.object_id and o.type in ('group', 'servicePrincipal')
  where i.object_id is not null and o.id is null
  union all
  select i.line, 'ownerId' as member, 'the id of a user or of a service principal' as expected
  from directory_import i
    left join directory_object o
      on o.id = i.owner_id and o.type in ('user', 'servicePrincipal')
  where i.owner_id is not null and o.id is null
  ) rejected
order by line, member;
