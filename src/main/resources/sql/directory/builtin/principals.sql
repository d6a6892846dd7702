-- The principals with some access, with what a review shows of them. With :directory_narrowed only
-- those of whom a row of :directory_wanted_kinds, :directory_guests_only and
-- :directory_inactive_since is true.
-- Hole :access, for example directory_direct_membership: who has it, of the kinds that are wanted.
select access.principal_id, access.principal_type,
  coalesce(of_user.display_name, of_group.display_name, of_application.display_name) as display_name,
  of_application.app_id, of_user.user_principal_name, of_user.manager_id,
  of_user.last_sign_in_date_time, access.resource_sign_in_date_time, access.resource_id,
  access.membership, access.membership_through
from :access access
  left join directory_user of_user on of_user.id = access.principal_id
  left join directory_group of_group
    on of_group.id = access.principal_id and 'group' = any(:directory_kinds)
  left join directory_service_principal of_application
    on of_application.id = access.principal_id and 'servicePrincipal' = any(:directory_kinds)
where (of_user.id is not null or of_group.id is not null or of_application.id is not null)
  and (not :directory_narrowed or exists (
    select from unnest(cast(:directory_wanted_kinds as text[]),
      cast(cast(:directory_guests_only as text[]) as boolean[]),
      cast(cast(:directory_inactive_since as text[]) as timestamptz[]))
      wanted (kind, guests_only, inactive_since)
    where wanted.kind = access.principal_type
      and (not wanted.guests_only or of_user.user_type = 'Guest')
      and (wanted.inactive_since is null or of_user.last_sign_in_date_time is null
        or of_user.last_sign_in_date_time < wanted.inactive_since)));
