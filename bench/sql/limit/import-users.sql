-- Import of users: ImportFile, ImportKind. The lines are as the service sends them, in :file.
begin;
set local work_mem = '64MB';
set local default_statistics_target = 10;
create temporary table directory_import (line bigint, id uuid, display_name text,
  user_principal_name text, mail text, user_type text, account_enabled text, country text,
  external_user_state text, last_sign_in_date_time text) on commit drop;
copy directory_import from :'file';
analyze directory_import;
lock table directory_object, directory_user in share row exclusive mode;
select line, member, expected from (
  select i.line, 'id', 'an id that no earlier line has' from directory_import i join (
    select id as key, min(line) as first from directory_import group by 1 having count(*) > 1) e
    on e.key = id and i.line > e.first
  union all
  select i.line, 'id', 'an id that no object of another kind has' from directory_import i
    join directory_object o on o.id = i.id and o.type <> 'user'
  union all
  select i.line, 'userPrincipalName', 'a name that no earlier line has' from directory_import i join (
    select lower(user_principal_name) as key, min(line) as first from directory_import
      group by 1 having count(*) > 1) e
    on e.key = lower(user_principal_name) and i.line > e.first
  union all
  select i.line, 'userPrincipalName', 'a name that no other user has' from directory_import i
    cross join lateral (
      select from directory_user u
      where lower(u.user_principal_name) = lower(i.user_principal_name) and u.id <> i.id
      limit 1) other) rejected (line, member, expected) order by 1, 2;
insert into directory_object (id, type) select id, 'user' from directory_import order by id
on conflict do nothing;
insert into directory_user as t (id, version, display_name, user_principal_name, mail, user_type,
  account_enabled, country, external_user_state, created_date_time, last_sign_in_date_time)
select i.id, 0, i.display_name, i.user_principal_name,
  case when i.mail is null then u.mail else nullif(i.mail, '') end,
  coalesce(nullif(i.user_type, ''), u.user_type, 'Member'),
  coalesce(nullif(i.account_enabled, '')::boolean, u.account_enabled, true),
  case when i.country is null then u.country else nullif(i.country, '') end,
  case when i.external_user_state is null then u.external_user_state
    else nullif(i.external_user_state, '') end,
  now(),
  case when i.last_sign_in_date_time is null then u.last_sign_in_date_time
    else nullif(i.last_sign_in_date_time, '')::timestamptz end
from directory_import i
  left join lateral (select * from directory_user u where u.id = i.id limit 1) u on true
on conflict (id) do update set version = t.version + 1, display_name = excluded.display_name,
  user_principal_name = excluded.user_principal_name, mail = excluded.mail,
  user_type = excluded.user_type, account_enabled = excluded.account_enabled,
  country = excluded.country, external_user_state = excluded.external_user_state,
  last_sign_in_date_time = excluded.last_sign_in_date_time
where (t.display_name, t.user_principal_name, t.mail, t.user_type, t.account_enabled, t.country,
    t.external_user_state, t.last_sign_in_date_time)
  is distinct from (excluded.display_name, excluded.user_principal_name, excluded.mail,
    excluded.user_type, excluded.account_enabled, excluded.country,
    excluded.external_user_state, excluded.last_sign_in_date_time);
analyze directory_object, directory_user;
commit;
