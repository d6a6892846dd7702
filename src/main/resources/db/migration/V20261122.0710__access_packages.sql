-- Access packages and the channels of teams: as much of them as access reviews need.

create table directory_access_package_assignment (
  id                     uuid constraint directory_access_package_assignment_pk primary key,
  access_package_id      uuid not null,
  access_package_name    text not null,
  assignment_policy_id   uuid not null,
  assignment_policy_name text not null,
  catalog_id             uuid not null,
  target_id              uuid not null
    constraint directory_access_package_assignment_to_user
      references directory_user on delete cascade,
  state                  text not null
    constraint directory_access_package_assignment_state_known
      check (state in
        ('delivering', 'partiallyDelivered', 'delivered', 'expired', 'deliveryFailed', 'unknown'))
);

create index directory_access_package_assignment_by_policy
  on directory_access_package_assignment (assignment_policy_id, target_id);
create index directory_access_package_assignment_by_target
  on directory_access_package_assignment (target_id);

create table directory_channel (
  id              uuid constraint directory_channel_pk primary key,
  team_id         uuid not null
    constraint directory_channel_of_team references directory_group on delete cascade,
  display_name    text not null,
  membership_type text not null
    constraint directory_channel_membership_type_known
      check (membership_type in ('standard', 'private', 'shared'))
);

create index directory_channel_by_team on directory_channel (team_id, id);

create table directory_channel_member (
  channel_id uuid not null
    constraint directory_channel_member_of_channel references directory_channel on delete cascade,
  user_id    uuid not null
    constraint directory_channel_member_is_user references directory_user on delete cascade,
  constraint directory_channel_member_pk primary key (channel_id, user_id)
);

create index directory_channel_member_by_user on directory_channel_member (user_id, channel_id);
