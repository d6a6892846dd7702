-- Blocks the guests in access_removal from signing in and notes when they are deleted: 30 days
-- after the last denial.
with blocked as (
  update directory_user u set account_enabled = false, version = u.version + 1
  from (
    select distinct principal_id from access_removal where apply_result is null) r
  where u.id = r.principal_id and u.user_type = 'Guest'
  returning u.id),
due as (
  insert into directory_blocked_guest (id, delete_at)
  select id, cast(:deletion as timestamptz) from blocked
  on conflict (id) do update set delete_at = excluded.delete_at)
update access_removal r
set apply_result = 'AppliedSuccessfully',
  apply_description = 'The guest is blocked from signing in, and deleted later.'
from blocked b
where b.id = r.principal_id and r.apply_result is null;
