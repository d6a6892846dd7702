-- Lines of a file of users that cannot be taken over, and what was expected.
select line, member, expected
from (
  select i.line, 'id' as member, 'an id that no earlier line has' as expected
  from directory_import i join (
    select id as key, min(line) as first from directory_import group by 1 having count(*) > 1) e
    on e.key = i.id and i.line > e.first
  union all
  select i.line, 'id', 'an id that no object of another kind has'
  from directory_import i join directory_object o on o.id = i.id and o.type <> 'user'
  union all
  select i.line, 'userPrincipalName' as member, 'a name that no earlier line has' as expected
  from directory_import i join (
    select lower(user_principal_name) as key, min(line) as first from directory_import group by 1 having count(*) > 1) e
    on e.key = lower(i.user_principal_name) and i.line > e.first
  union all
  select i.line, 'userPrincipalName', 'a name that no other user has'
  from directory_import i cross join lateral (
    select from directory_user u
    where lower(u.user_principal_name) = lower(i.user_principal_name) and u.id <> i.id
    limit 1) other
  ) rejected
order by line, member;
