-- Lines of a file of groups that cannot be taken over, and what was expected.
select line, member, expected
from (
  select i.line, 'id' as member, 'an id that no earlier line has' as expected
  from directory_import i join (
    select id as key, min(line) as first from directory_import group by 1 having count(*) > 1) e
    on e.key = i.id and i.line > e.first
  union all
  select i.line, 'id', 'an id that no object of another kind has'
  from directory_import i join directory_object o on o.id = i.id and o.type <> 'group'
  ) rejected
order by line, member;
