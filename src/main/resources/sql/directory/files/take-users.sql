-- Takes over a file of users. Null means that a line says nothing, the empty text that there is nothing.
-- Rows that exist are looked up line by line (lateral, limit 1): a join would read the whole directory
-- for a small file, and lose the order of a large one, in which rows get into indexes fastest.
insert into directory_user as t (id, version, display_name, user_principal_name, mail, user_type,
  account_enabled, country, preferred_language, external_user_state, created_date_time, last_sign_in_date_time)
select i.id, 0, i.display_name, i.user_principal_name,
  case when i.mail is null then u.mail else nullif(i.mail, '') end,
  coalesce(nullif(i.user_type, ''), u.user_type, 'Member'),
  coalesce(nullif(i.account_enabled, '')::boolean, u.account_enabled, true),
  case when i.country is null then u.country else nullif(i.country, '') end,
  case when i.preferred_language is null then u.preferred_language
    else nullif(i.preferred_language, '') end,
  case when i.external_user_state is null then u.external_user_state
    else nullif(i.external_user_state, '') end,
  :now,
  case when i.last_sign_in_date_time is null then u.last_sign_in_date_time
    else nullif(i.last_sign_in_date_time, '')::timestamptz end
from directory_import i
  left join lateral (select * from directory_user u where u.id = i.id limit 1) u on true
on conflict (id) do update set version = t.version + 1, display_name = excluded.display_name,
  user_principal_name = excluded.user_principal_name, mail = excluded.mail,
  user_type = excluded.user_type, account_enabled = excluded.account_enabled,
  country = excluded.country, preferred_language = excluded.preferred_language,
  external_user_state = excluded.external_user_state,
  last_sign_in_date_time = excluded.last_sign_in_date_time
where (t.display_name, t.user_principal_name, t.mail, t.user_type, t.account_enabled, t.country,
    t.preferred_language, t.external_user_state, t.last_sign_in_date_time)
  is distinct from (excluded.display_name, excluded.user_principal_name, excluded.mail,
    excluded.user_type, excluded.account_enabled, excluded.country,
    excluded.preferred_language, excluded.external_user_state, excluded.last_sign_in_date_time);
