-- Whom the service needs to know before it can make series: those who review, and the groups.
create temporary table groups as
  select unnest(array['nobody', 'few', 'many']) as name
  union all select 'imported' || n from generate_series(1, 10) n;

insert into directory_object (id, type)
  select md5('boss')::uuid, 'user'
  union all select md5('reviewer' || n)::uuid, 'user' from generate_series(1, :reviewers) n
  union all select md5('group ' || name)::uuid, 'group' from groups;
insert into directory_user (id, version, display_name, user_principal_name, user_type,
    account_enabled, created_date_time)
  select md5('boss')::uuid, 0, 'Boss', 'boss@example.com', 'Member', true, now()
  union all
  select md5('reviewer' || n)::uuid, 0, 'Reviewer ' || n, 'reviewer' || n || '@example.com',
    'Member', true, now()
  from generate_series(1, :reviewers) n;
insert into directory_group (id, version, display_name, mail_enabled, security_enabled,
    group_types, resource_provisioning_options, is_assignable_to_role, created_date_time)
  select md5('group ' || name)::uuid, 0, name, false, true, '{}', '{}', false, now()
  from groups;
