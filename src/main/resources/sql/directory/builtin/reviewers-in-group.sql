-- Users in a group or in groups within it.
select u.id as user_id, u.display_name, u.user_principal_name
from directory_user u
where u.id in (
  select m.member_id
  from directory_groups_within(:directory_group) w (id)
    join directory_group_member m on m.group_id = w.id and m.member_type = 'user');
