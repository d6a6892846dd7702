-- Whether any of some groups is role-assignable, or in such a group through others: who is in it then has its roles.
select exists (
  select from directory_group g
  where g.is_assignable_to_role
    and (g.id = any(:groups)
      or g.id in (
        select around.id
        from unnest(:groups) named (id), directory_groups_around(named.id) around (id))));
