-- Users who are in a group themselves.
select u.id as user_id, u.display_name, u.user_principal_name
from directory_group_member m join directory_user u on u.id = m.member_id
where m.group_id = :directory_group and m.member_type = 'user';
