-- Import of memberships: ImportFile, ImportKind. The lines are as the service sends them, in :file.
begin;
set local work_mem = '64MB';
set local default_statistics_target = 10;
create temporary table directory_import (line bigint, group_id uuid, member_id uuid)
  on commit drop;
copy directory_import from :'file';
analyze directory_import;
lock table directory_object in share row exclusive mode;
select line, member, expected from (
  select i.line, 'groupId', 'the id of a group' from directory_import i
    left join directory_object o on o.id = i.group_id and o.type in ('group')
    where i.group_id is not null and o.id is null
  union all
  select i.line, 'memberId', 'the id of an object' from directory_import i
    left join directory_object o on o.id = i.member_id
      and o.type in ('user', 'group', 'servicePrincipal')
    where i.member_id is not null and o.id is null) rejected (line, member, expected)
order by 1, 2;
insert into directory_group_member (group_id, member_id, member_type)
select i.group_id, i.member_id, o.type from directory_import i
  join directory_object o on o.id = i.member_id
order by i.group_id, i.member_id
on conflict do nothing;
analyze directory_group_member;
commit;
