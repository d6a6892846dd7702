-- The demo organisation of dev mode: twenty people, five groups, an application, roles.

create temporary table person (
  id uuid, name text, alias text, guest boolean, country text, days int, manager text) on commit drop;
insert into person values
  ('2560f739-2e0e-4550-9fa0-1a1e67ae0ab8', 'MOD Administrator', 'admin', false, 'USA', 0, null),
  ('398164b1-5196-49dd-ada2-364b49f99b27', 'Megan Bowen', 'meganb', false, 'USA', 1, null),
  ('4562bcc8-c436-4f95-b7c0-4f8ce89dca5e', 'Nestor Wilke', 'nestorw', false, 'USA', 2, 'meganb'),
  ('1ed8ac56-4827-4733-8f80-86adc2e67db5', 'Alex Wilber', 'alexw', false, 'USA', 1, 'nestorw'),
  ('7deff43e-0000-4000-8000-00000000000c', 'Cleo Marsh', 'cleom', false, 'UK', 3, 'nestorw'),
  ('d0000000-0000-4000-8000-000000000006', 'Diego Siciliani', 'diegos', false, 'Italy', 45, 'nestorw'),
  ('d0000000-0000-4000-8000-000000000007', 'Emily Braun', 'emilyb', false, 'Germany', 5, 'nestorw'),
  ('d0000000-0000-4000-8000-000000000008', 'Fumi Tanaka', 'fumit', false, 'Japan', 2, 'meganb'),
  ('d0000000-0000-4000-8000-000000000009', 'Grady Archie', 'gradya', false, 'USA', 90, 'fumit'),
  ('d0000000-0000-4000-8000-000000000010', 'Henrietta Mueller', 'henriettam', false, 'Germany', 4, 'fumit'),
  ('d0000000-0000-4000-8000-000000000011', 'Isaiah Langer', 'isaiahl', false, 'USA', 12, 'fumit'),
  ('d0000000-0000-4000-8000-000000000012', 'Johanna Lorenz', 'johannal', false, 'Germany', 1, 'fumit'),
  ('d0000000-0000-4000-8000-000000000013', 'Kofi Mensah', 'kofim', false, 'Ghana', 33, 'henriettam'),
  ('d0000000-0000-4000-8000-000000000014', 'Lidia Holloway', 'lidiah', false, 'UK', 6, 'henriettam'),
  ('d0000000-0000-4000-8000-000000000015', 'Miriam Graham', 'miriamg', false, 'USA', 8, 'meganb'),
  ('d0000000-0000-4000-8000-000000000016', 'Noor Haddad', 'noorh', false, 'Jordan', null, 'miriamg'),
  ('d0000000-0000-4000-8000-000000000017', 'Otto Falk', 'ottof', false, 'Sweden', 200, 'miriamg'),
  ('d0000000-0000-4000-8000-000000000018', 'Pia Lund (Fabrikam)', 'pia.lund', true, null, 10, null),
  ('d0000000-0000-4000-8000-000000000019', 'Quentin Roy (Fabrikam)', 'quentin.roy', true, null, 120, null),
  ('d0000000-0000-4000-8000-000000000020', 'Rosa Diaz (Adatum)', 'rosa.diaz', true, null, null, null);
insert into directory_object (id, type) select id, 'user' from person;
insert into directory_user (id, version, display_name, user_principal_name, mail, user_type,
  account_enabled, country, preferred_language, external_user_state, created_date_time, last_sign_in_date_time, manager_id)
select p.id, 0, p.name, p.alias || case when p.guest then '_partner#EXT#' else '' end || '@contoso.com',
  p.alias || case when p.guest then '@partner.example' else '@contoso.com' end,
  case when p.guest then 'Guest' else 'Member' end, p.alias <> 'ottof', p.country,
  case p.country when 'Germany' then 'de-DE' when 'USA' then 'en-US' end,
  case when p.guest then case when p.days is null then 'PendingAcceptance' else 'Accepted' end end,
  now() - interval '1 year', now() - make_interval(days => p.days), m.id
from person p left join person m on m.alias = p.manager;

create temporary table team (
  id uuid, name text, description text, types text[], options text[], roles boolean, synced boolean,
  members text[], owner text) on commit drop;
insert into team values
  ('02f3bafb-448c-487c-88c2-5fd65ce49a41', 'Marketing', 'Everyone in marketing', '{}', '{}', false, null,
    '{nestorw,alexw,cleom,diegos,emilyb}', 'nestorw'),
  ('d1000000-0000-4000-8000-000000000002', 'Marketing Interns', 'In marketing for a while', '{}', '{}', false,
    null, '{kofim,lidiah}', 'henriettam'),
  ('d1000000-0000-4000-8000-000000000003', 'Project Falcon', 'A project with partners', '{Unified}', '{Team}',
    false, null, '{fumit,gradya,isaiahl,johannal,pia.lund,quentin.roy,rosa.diaz}', 'fumit'),
  ('d1000000-0000-4000-8000-000000000004', 'Sales', 'Comes from the old directory', '{}', '{}', false, true,
    '{miriamg,noorh,ottof}', 'miriamg'),
  ('d1000000-0000-4000-8000-000000000005', 'Application Operators', 'May look after applications', '{}', '{}',
    true, null, '{isaiahl,gradya}', 'admin');
insert into directory_object (id, type) select id, 'group' from team;
insert into directory_group (id, version, display_name, description, mail_enabled, security_enabled,
  group_types, resource_provisioning_options, is_assignable_to_role, on_premises_sync_enabled,
  created_date_time)
select id, 0, name, description, 'Unified' = any(types), 'Unified' <> all(types), types, options, roles, synced,
  now() - interval '1 year'
from team;
insert into directory_group_member (group_id, member_id, member_type)
select t.id, p.id, 'user' from team t join person p on p.alias = any(t.members)
union all
select '02f3bafb-448c-487c-88c2-5fd65ce49a41', 'd1000000-0000-4000-8000-000000000002', 'group';
insert into directory_owner (owned_id, owner_id)
select t.id, p.id from team t join person p on p.alias = t.owner;

insert into directory_object (id, type) values
  ('d2000000-0000-4000-8000-000000000001', 'servicePrincipal');
insert into directory_service_principal (id, version, app_id, display_name, app_roles, created_date_time) values
  ('d2000000-0000-4000-8000-000000000001', 0, 'd2000000-0000-4000-8000-00000000000a', 'Expenses',
    '[{"id":"d2000000-0000-4000-8000-00000000000b","displayName":"Approver","description":"Approves expenses",
       "value":"approve","isEnabled":true,"allowedMemberTypes":["User"]}]', now() - interval '1 year');
insert into directory_owner (owned_id, owner_id)
select 'd2000000-0000-4000-8000-000000000001', id from person where alias = 'miriamg';
insert into directory_app_role_assignment (id, principal_id, principal_type, resource_id, app_role_id,
  created_date_time, last_sign_in_date_time)
values
  ('d3000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000015', 'user',
    'd2000000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-00000000000b',
    now() - interval '1 year', now() - interval '8 days'),
  ('d3000000-0000-4000-8000-000000000002', 'd1000000-0000-4000-8000-000000000004', 'group',
    'd2000000-0000-4000-8000-000000000001', '00000000-0000-0000-0000-000000000000',
    now() - interval '1 year', null);

insert into directory_role_assignment (id, principal_id, principal_type, role_definition_id,
  directory_scope_id, assignment_type, created_date_time)
values
  ('d4000000-0000-4000-8000-000000000001', '2560f739-2e0e-4550-9fa0-1a1e67ae0ab8', 'user',
    '62e90394-69f5-4237-9190-012177145e10', '/', 'Assigned', now() - interval '1 year'),
  ('d4000000-0000-4000-8000-000000000002', 'd1000000-0000-4000-8000-000000000005', 'group',
    '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', '/', 'Assigned', now() - interval '1 year');
insert into directory_role_eligibility (id, principal_id, principal_type, role_definition_id,
  directory_scope_id, created_date_time)
values
  ('d5000000-0000-4000-8000-000000000001', '398164b1-5196-49dd-ada2-364b49f99b27', 'user',
    '5d6b6bb7-de71-4623-b4af-96380a352509', '/', now() - interval '1 year');
