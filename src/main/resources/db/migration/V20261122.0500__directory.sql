-- The built-in directory. Every object has a row in directory_object, whatever its kind: ids are
-- unique among all kinds, and what points at an object goes when the object goes.

create table directory_object (
  id   uuid constraint directory_object_pk primary key,
  type text not null
    constraint directory_object_type_known check (type in ('user', 'group', 'servicePrincipal'))
);

create table directory_user (
  id                     uuid        constraint directory_user_pk primary key
    constraint directory_user_is_object references directory_object on delete cascade,
  version                bigint      not null,
  display_name           text        not null,
  user_principal_name    text        not null
    constraint directory_user_principal_name_short check (char_length(user_principal_name) <= 256),
  mail                   text,
  user_type              text        not null
    constraint directory_user_type_known check (user_type in ('Member', 'Guest')),
  account_enabled        boolean     not null,
  country                text,
  external_user_state    text
    constraint directory_user_external_user_state_known
      check (external_user_state in ('PendingAcceptance', 'Accepted')),
  created_date_time      timestamptz not null,
  last_sign_in_date_time timestamptz,
  manager_id             uuid
    constraint directory_user_has_manager references directory_user on delete set null
);

create unique index directory_user_principal_name_once
  on directory_user (lower(user_principal_name));
create index directory_user_by_name on directory_user (left(display_name, 256), id);
create index directory_user_of_type_by_name
  on directory_user (user_type, left(display_name, 256), id);
create index directory_user_of_enabled_by_name
  on directory_user (account_enabled, left(display_name, 256), id);
create index directory_user_of_manager on directory_user (manager_id) where manager_id is not null;

create table directory_group (
  id                            uuid        constraint directory_group_pk primary key
    constraint directory_group_is_object references directory_object on delete cascade,
  version                       bigint      not null,
  display_name                  text        not null,
  description                   text,
  mail                          text,
  mail_enabled                  boolean     not null,
  mail_nickname                 text,
  security_enabled              boolean     not null,
  group_types                   text[]      not null,
  resource_provisioning_options text[]      not null,
  is_assignable_to_role         boolean     not null,
  on_premises_sync_enabled      boolean,
  created_date_time             timestamptz not null
);

create index directory_group_by_name on directory_group (left(display_name, 256), id);
create index directory_group_by_types on directory_group using gin (group_types);
create index directory_group_by_provisioning
  on directory_group using gin (resource_provisioning_options);

create table directory_service_principal (
  id                uuid        constraint directory_service_principal_pk primary key
    constraint directory_service_principal_is_object references directory_object on delete cascade,
  version           bigint      not null,
  app_id            uuid        not null constraint directory_service_principal_app_once unique,
  display_name      text        not null,
  app_roles         jsonb       not null,
  created_date_time timestamptz not null
);

create index directory_service_principal_by_name
  on directory_service_principal (left(display_name, 256), id);

-- Millions of rows: nothing but the two ids and the kind of the member, which its object never
-- changes. Who is in a group, and what groups someone is in, is answered by the indexes alone.
create table directory_group_member (
  group_id    uuid not null
    constraint directory_group_member_of_group references directory_group on delete cascade,
  member_id   uuid not null
    constraint directory_group_member_is_object references directory_object on delete cascade,
  member_type text not null
    constraint directory_group_member_type_known
      check (member_type in ('user', 'group', 'servicePrincipal')),
  constraint directory_group_member_pk primary key (group_id, member_id) include (member_type)
);

create index directory_group_member_by_member on directory_group_member (member_id, group_id);
-- The groups in a group are found without a look at its million users.
create index directory_group_member_nested on directory_group_member (group_id, member_id)
  where member_type = 'group';

-- Owners of groups and of service principals.
create table directory_owner (
  owned_id   uuid not null
    constraint directory_owner_of_object references directory_object on delete cascade,
  owner_id   uuid not null
    constraint directory_owner_is_object references directory_object on delete cascade,
  constraint directory_owner_pk primary key (owned_id, owner_id)
);

create index directory_owner_by_owner on directory_owner (owner_id, owned_id);

create table directory_app_role_assignment (
  id                     uuid        constraint directory_app_role_assignment_pk primary key,
  principal_id           uuid        not null
    constraint directory_app_role_assignment_to_object references directory_object on delete cascade,
  principal_type         text        not null
    constraint directory_app_role_assignment_type_known
      check (principal_type in ('user', 'group', 'servicePrincipal')),
  resource_id            uuid        not null
    constraint directory_app_role_assignment_of_resource
      references directory_service_principal on delete cascade,
  app_role_id            uuid        not null,
  created_date_time      timestamptz not null,
  last_sign_in_date_time timestamptz,
  constraint directory_app_role_assignment_once unique (resource_id, principal_id, app_role_id)
);

create index directory_app_role_assignment_in_order
  on directory_app_role_assignment (resource_id, id);
create index directory_app_role_assignment_by_principal
  on directory_app_role_assignment (principal_id, resource_id);

create table directory_role_definition (
  id           uuid    constraint directory_role_definition_pk primary key,
  display_name text    not null,
  description  text,
  is_built_in  boolean not null
);

create index directory_role_definition_by_name
  on directory_role_definition (left(display_name, 256), id);

-- Roles that are held now.
create table directory_role_assignment (
  id                 uuid        constraint directory_role_assignment_pk primary key,
  principal_id       uuid        not null
    constraint directory_role_assignment_to_object references directory_object on delete cascade,
  principal_type     text        not null
    constraint directory_role_assignment_type_known
      check (principal_type in ('user', 'group', 'servicePrincipal')),
  role_definition_id uuid        not null
    constraint directory_role_assignment_of_role
      references directory_role_definition on delete cascade,
  directory_scope_id text        not null
    constraint directory_role_assignment_scope_short check (char_length(directory_scope_id) <= 256),
  assignment_type    text        not null
    constraint directory_role_assignment_kind_known
      check (assignment_type in ('Assigned', 'Activated')),
  created_date_time  timestamptz not null,
  constraint directory_role_assignment_once
    unique (role_definition_id, principal_id, directory_scope_id, assignment_type)
);

create index directory_role_assignment_by_principal
  on directory_role_assignment (principal_id, role_definition_id);

-- Roles that may be activated.
create table directory_role_eligibility (
  id                 uuid        constraint directory_role_eligibility_pk primary key,
  principal_id       uuid        not null
    constraint directory_role_eligibility_to_object references directory_object on delete cascade,
  principal_type     text        not null
    constraint directory_role_eligibility_type_known
      check (principal_type in ('user', 'group', 'servicePrincipal')),
  role_definition_id uuid        not null
    constraint directory_role_eligibility_of_role
      references directory_role_definition on delete cascade,
  directory_scope_id text        not null
    constraint directory_role_eligibility_scope_short
      check (char_length(directory_scope_id) <= 256),
  created_date_time  timestamptz not null,
  constraint directory_role_eligibility_once
    unique (role_definition_id, principal_id, directory_scope_id)
);

create index directory_role_eligibility_by_principal
  on directory_role_eligibility (principal_id, role_definition_id);

-- The built-in roles that count for access reviews; the id is the template id.
insert into directory_role_definition (id, display_name, is_built_in) values
  ('62e90394-69f5-4237-9190-012177145e10', 'Global Administrator', true),
  ('f2ef992c-3afb-46b9-b7cf-a126ee74c451', 'Global Reader', true),
  ('45d8d3c5-c802-45c6-b32a-1d70b5e1e86e', 'Identity Governance Administrator', true),
  ('fe930be7-5e62-47db-91af-98c3a49a38b1', 'User Administrator', true),
  ('e8611ab8-c189-46e8-94e1-60213ab1f814', 'Privileged Role Administrator', true),
  ('194ae4cb-b126-40b2-bd5b-6091b380977d', 'Security Administrator', true),
  ('5d6b6bb7-de71-4623-b4af-96380a352509', 'Security Reader', true),
  ('9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', 'Application Administrator', true);

-- A group and the groups within it, at whatever depth; groups that contain each other end it.
create function directory_groups_within(root uuid) returns setof uuid
  language sql stable rows 20 as $$
  with recursive within (id) as (
    select root
    union
    select m.member_id from within w
      join directory_group_member m on m.group_id = w.id and m.member_type = 'group')
  select id from within
$$;

-- The groups that someone is in, directly or through other groups.
create function directory_groups_around(member uuid) returns setof uuid
  language sql stable rows 20 as $$
  with recursive around (id) as (
    select group_id from directory_group_member where member_id = member
    union
    select m.group_id from around a join directory_group_member m on m.member_id = a.id)
  select id from around
$$;

-- Objects as members and owners are shown.
create view directory_entry as
  select o.id, o.type,
    coalesce(u.display_name, g.display_name, s.display_name) as display_name,
    coalesce(u.mail, g.mail) as mail,
    u.user_principal_name, u.user_type, u.account_enabled,
    g.description, g.group_types, g.mail_enabled, g.security_enabled,
    s.app_id
  from directory_object o
    left join directory_user u on u.id = o.id
    left join directory_group g on g.id = o.id
    left join directory_service_principal s on s.id = o.id;
