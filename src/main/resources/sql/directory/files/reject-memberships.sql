-- Lines of a file of memberships that cannot be taken over, and what was expected.
select line, member, expected
from (
  select i.line, 'groupId' as member, 'the id of a group' as expected
  from directory_import i
    left join directory_object o
      on o.id = i.group_id and o.type in ('group')
  where i.group_id is not null and o.id is null
  union all
  select i.line, 'memberId' as member, 'the id of an object' as expected
  from directory_import i
    left join directory_object o
      on o.id = i.member_id and o.type in ('user', 'group', 'servicePrincipal')
  where i.member_id is not null and o.id is null
  ) rejected
order by line, member;
