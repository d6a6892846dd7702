-- Takes over a file of managers.
update directory_user u set manager_id = i.manager_id, version = u.version + 1
from directory_import i
where u.id = i.user_id and u.manager_id is distinct from i.manager_id;
