-- Whether a file would change a role-assignable group, or a group that is within one: who is in it
-- then has its roles. The groups are searched from the role-assignable ones downwards, once for the
-- whole file.
-- Hole :change, for example i.group_id in (select id from protected): what a line i changes.
with recursive protected (id) as (
  select g.id from directory_group g where g.is_assignable_to_role
  union
  select m.member_id from protected p
    join directory_group_member m on m.group_id = p.id and m.member_type = 'group')
select exists (select from directory_import i where :change);
