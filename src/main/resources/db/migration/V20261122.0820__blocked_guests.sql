-- Guests whom a review has blocked from signing in, and when they are deleted, unless somebody
-- enables them again before.
create table directory_blocked_guest (
  id        uuid        constraint directory_blocked_guest_pk primary key
    constraint directory_blocked_guest_is_user references directory_user on delete cascade,
  delete_at timestamptz not null
);

create index directory_blocked_guest_due on directory_blocked_guest (delete_at, id);
