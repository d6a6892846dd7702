-- People who can sign in to the portal of a trial: who administers comes first.
select u.id, u.display_name, u.user_principal_name, roles.names as roles
from directory_user u
  left join lateral (
    select string_agg(d.display_name, ', ' order by d.display_name) as names
    from directory_role_assignment a
      join directory_role_definition d on d.id = a.role_definition_id
    where a.principal_id = u.id and a.directory_scope_id = '/') roles on true
where u.user_type is distinct from 'Guest' or roles.names is not null
order by roles.names is null, u.display_name, u.id
limit 100;
