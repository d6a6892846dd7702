-- What is to be sent to people. It is written in the transaction of what it is about, and sent
-- after that; one that waits is not written again.

create table notification (
  id                bigint      generated always as identity constraint notification_pk primary key,
  kind              text        not null
    constraint notification_kind_known check (kind in ('reminder')),
  instance_id       uuid        not null
    constraint notification_of_instance references access_review_instance on delete cascade,
  stage             text        not null,
  recipient_id      uuid        not null,
  created_date_time timestamptz not null,
  sent_date_time    timestamptz
);

create unique index notification_waits_once
  on notification (instance_id, stage, recipient_id, kind) where sent_date_time is null;
create index notification_waiting on notification (id) where sent_date_time is null;
create index notification_of_instance on notification (instance_id);
