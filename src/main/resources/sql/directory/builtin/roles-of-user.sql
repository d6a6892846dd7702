-- The roles that a user holds now: their own, and those of role-assignable groups around them.
select a.role_definition_id
from directory_role_assignment a
where a.directory_scope_id = '/'
  and (a.principal_id = :user or a.principal_id in (
    select g.id
    from directory_groups_around(:user) around (id)
      join directory_group g on g.id = around.id and g.is_assignable_to_role));
