-- The names of the user or the application :id.
select display_name, user_principal_name from directory_user where id = :id
union all
select display_name, null from directory_service_principal where id = :id;
