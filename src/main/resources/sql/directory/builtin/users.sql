-- All users.
select u.id as user_id, u.display_name, u.user_principal_name
from directory_user u;
