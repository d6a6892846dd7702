-- The rows that every party begins with. Two series, :roles and :members, were made by the service;
-- what is here copies them. Every id is the md5 of a name: a script can make it of a number.

update access_review_instance
  set end_date_time = '2099-01-01Z', next_transition_at = '2099-01-01Z'
  where definition_id in (:'roles', :'members');

-- Instances that are updated and read, each of a series of its own.
select string_agg(column_name, ', ') as series_columns from information_schema.columns
  where table_name = 'access_review_schedule_definition' and is_generated = 'NEVER'
    and column_name <> 'id' \gset
select string_agg(column_name, ', ') as instance_columns from information_schema.columns
  where table_name = 'access_review_instance' and is_generated = 'NEVER'
    and column_name not in ('id', 'definition_id') \gset

create temporary table wanted as
  select :'roles'::uuid as template, 'instance' || n as name from generate_series(1, :instances) n
  union all select :'members'::uuid, unnest(array['decided', 'batch', 'listed', 'million']);
insert into access_review_schedule_definition (id, :series_columns)
  select md5(name)::uuid, :series_columns
  from wanted join access_review_schedule_definition s on s.id = template;
insert into access_review_instance (id, definition_id, :instance_columns)
  select md5(name)::uuid, md5(name)::uuid, :instance_columns
  from wanted join access_review_instance i on i.definition_id = template;
insert into access_review_reviewer
    (instance_id, stage, user_id, listed, contacted, display_name, user_principal_name,
     created_date_time)
  select md5(name)::uuid, stage, user_id, listed, contacted, r.display_name,
    r.user_principal_name, r.created_date_time
  from wanted join access_review_instance i on i.definition_id = template
    join access_review_reviewer r on r.instance_id = i.id;

-- Items: the boss, on the list of reviewers, reviews all of them, and each manager ten.
insert into access_review_decision_item (id, version, instance_id, principal_id, principal_type,
    principal_name, principal_user_name, resource_id, resource_type, resource_name, membership,
    outlier, stage, route, reviewer_id, recommendation, decision, justification, apply_result)
  select md5(name || n)::uuid, 0, md5(name)::uuid, md5('user' || n)::uuid, 'user', 'User ' || n,
    'user' || n || '@example.com', md5('group nobody')::uuid, 'group', 'All hands', 'direct', false, '',
    'primary', md5('manager' || n / 10)::uuid,
    case when n % 2 = 0 then 'Deny' else 'Approve' end, 'NotReviewed', '', 'New'
  from (values ('decided', :decided), ('batch', :batch), ('listed', :listed), ('million', :million))
      instance (name, items),
    generate_series(1, items) n;
insert into access_review_reviewer
    (instance_id, stage, user_id, listed, contacted, created_date_time)
  select distinct instance_id, '', reviewer_id, null, true, now()
  from access_review_decision_item;
insert into access_review_item_count (instance_id, stage, route, items)
  select instance_id, stage, route, count(*) from access_review_decision_item
  group by instance_id, stage, route;

-- The directory: those who review, and who is in a group whose review starts.
insert into directory_object (id, type)
  select md5('user' || n)::uuid, 'user' from generate_series(1, :many) n;
insert into directory_user (id, version, display_name, user_principal_name, user_type,
    account_enabled, created_date_time, last_sign_in_date_time)
  select md5('user' || n)::uuid, 0, 'User ' || n, 'user' || n || '@example.com', 'Member', true,
    now(), '2026-01-01Z'
  from generate_series(1, :many) n;
insert into directory_group_member (group_id, member_id, member_type)
  select md5('group ' || name)::uuid, md5('user' || n)::uuid, 'user'
  from (values ('few', :few), ('many', :many)) members (name, number),
    generate_series(1, number) n;

vacuum (freeze, analyze);
