-- Lines of a file of managers that cannot be taken over, and what was expected.
select line, member, expected
from (
  select i.line, 'userId' as member, 'a user that no earlier line has' as expected
  from directory_import i join (
    select user_id as key, min(line) as first from directory_import group by 1 having count(*) > 1) e
    on e.key = i.user_id and i.line > e.first
  union all
  select i.line, 'userId' as member, 'the id of a user' as expected
  from directory_import i
    left join directory_object o
      on o.id = i.user_id and o.type in ('user')
  where i.user_id is not null and o.id is null
  union all
  select i.line, 'managerId' as member, 'the id of a user, or nothing' as expected
  from directory_import i
    left join directory_object o
      on o.id = i.manager_id and o.type in ('user')
  where i.manager_id is not null and o.id is null
  ) rejected
order by line, member;
