-- Users who own a group or an application of this type; only those of the user types and countries
-- in the lists, where a list is not empty.
-- Hole :owned, for example :directory_owned: its id.
select u.id as user_id, u.display_name, u.user_principal_name
from (select cast(:owned as uuid) as id) r
  join directory_object e on e.id = r.id and e.type = :directory_owned_type
  join directory_owner o on o.owned_id = e.id
  join directory_user u on u.id = o.owner_id
where lower(u.user_type) = all(
    select lower(v.text) from unnest(cast(:directory_user_types as text[])) v (text))
  and lower(u.country) = all(
    select lower(v.text) from unnest(cast(:directory_countries as text[])) v (text));
