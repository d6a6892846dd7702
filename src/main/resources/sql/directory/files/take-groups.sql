-- Takes over a file of groups. Null means that a line says nothing, the empty text that there is nothing.
-- Rows that exist are looked up line by line (lateral, limit 1): a join would read the whole directory
-- for a small file, and lose the order of a large one, in which rows get into indexes fastest.
insert into directory_group as t (id, version, display_name, description, mail, mail_enabled,
  mail_nickname, security_enabled, group_types, resource_provisioning_options,
  is_assignable_to_role, on_premises_sync_enabled, created_date_time)
select i.id, 0, i.display_name,
  case when i.description is null then g.description else nullif(i.description, '') end,
  case when i.mail is null then g.mail else nullif(i.mail, '') end,
  coalesce(nullif(i.mail_enabled, '')::boolean, g.mail_enabled,
    coalesce(i.group_types, '') ~ '(^|;)Unified(;|$)'),
  case when i.mail_nickname is null then g.mail_nickname
    else nullif(i.mail_nickname, '') end,
  coalesce(nullif(i.security_enabled, '')::boolean, g.security_enabled,
    not coalesce(i.group_types, '') ~ '(^|;)Unified(;|$)'),
  coalesce(string_to_array(i.group_types, ';'), g.group_types, '{}'),
  coalesce(string_to_array(i.resource_provisioning_options, ';'),
    g.resource_provisioning_options, '{}'),
  coalesce(nullif(i.is_assignable_to_role, '')::boolean, g.is_assignable_to_role, false),
  case when i.on_premises_sync_enabled is null then g.on_premises_sync_enabled
    else nullif(i.on_premises_sync_enabled, '')::boolean end,
  :now
from directory_import i
  left join lateral (select * from directory_group g where g.id = i.id limit 1) g on true
on conflict (id) do update set version = t.version + 1, display_name = excluded.display_name,
  description = excluded.description, mail = excluded.mail,
  mail_enabled = excluded.mail_enabled, mail_nickname = excluded.mail_nickname,
  security_enabled = excluded.security_enabled, group_types = excluded.group_types,
  resource_provisioning_options = excluded.resource_provisioning_options,
  is_assignable_to_role = excluded.is_assignable_to_role,
  on_premises_sync_enabled = excluded.on_premises_sync_enabled
where (t.display_name, t.description, t.mail, t.mail_enabled, t.mail_nickname,
    t.security_enabled, t.group_types, t.resource_provisioning_options,
    t.is_assignable_to_role, t.on_premises_sync_enabled)
  is distinct from (excluded.display_name, excluded.description, excluded.mail,
    excluded.mail_enabled, excluded.mail_nickname, excluded.security_enabled,
    excluded.group_types, excluded.resource_provisioning_options,
    excluded.is_assignable_to_role, excluded.on_premises_sync_enabled);
