-- Users who are named by their ids, with or without an entry in the directory.
select n.id as user_id, u.display_name, u.user_principal_name
from unnest(cast(:directory_users as uuid[])) n (id)
  left join directory_user u on u.id = n.id;
