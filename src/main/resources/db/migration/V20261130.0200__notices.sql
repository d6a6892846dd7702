-- The outbox of notices: what is to be told, to whom, by which channel. A row is written in the
-- transaction of what it tells, and sent after that by any replica.
--
-- Mails: one row for each person, instance, stage and kind. Rows of one person that belong together
-- are sent as one message; they have the same message_id from its first attempt on.
-- Webhooks: one row for each subscription and event, with the data of that moment.
-- No reference to instances: 100,000 reviewers are queued in the transaction of a start. Rows of
-- instances that are deleted are deleted with them (notifications/outbox/delete-of-definition.sql).
create table notice (
  id                bigint      generated always as identity constraint notice_pk primary key,
  channel           text        not null
    constraint notice_channel_known check (channel in ('mail', 'webhook')),
  kind              text        not null,
  state             text        not null default 'waiting'
    constraint notice_state_known check (state in ('waiting', 'sent', 'failed', 'dropped')),
  definition_id     uuid        not null,
  instance_id       uuid        not null,
  stage             text        not null default '',
  recipient_id      uuid,       -- of a mail
  subscription      text,       -- of a webhook: its name in the configuration
  message_id        bigint,     -- the first row of the message, from its first attempt on
  data              jsonb,      -- of a webhook
  created_date_time timestamptz not null, -- by the clock of the service, as next_attempt_at
  next_attempt_at   timestamptz not null,
  leased_until      timestamptz, -- by the clock of the database, as attempted_at
  attempted_at      timestamptz,
  attempts          integer     not null default 0,
  retry_until       timestamptz, -- a day after the first attempt failed
  sent_date_time    timestamptz,
  failure           text,       -- why the last attempt failed, or why nothing was sent
  constraint notice_has_address
    check (case channel when 'mail' then recipient_id is not null else subscription is not null end)
);

create index notice_due on notice (channel, next_attempt_at, id) where state = 'waiting';
-- By this index the notices of a person are found that are sent in one mail, too.
create unique index notice_waits_once on notice (recipient_id, instance_id, stage, kind)
  where state = 'waiting' and channel = 'mail';
create index notice_of_instance on notice (instance_id, id);
create index notice_of_message on notice (message_id) where message_id is not null;
create index notice_attempted on notice (attempted_at, message_id)
  where channel = 'mail' and attempted_at is not null;
create index notice_not_sent on notice (state, id) where state <> 'sent';

-- When reviewers got their first notice, and who could not be told that they are to review.
alter table access_review_reviewer
  add column notified_date_time timestamptz,
  add column undelivered boolean not null default false;

create or replace view access_review_contacted_reviewer as
  select instance_id, user_id, coalesce(max(display_name), '') as display_name,
    coalesce(max(user_principal_name), '') as user_principal_name,
    coalesce(min(notified_date_time), min(created_date_time)) as created_date_time
  from access_review_reviewer
  where contacted
  group by instance_id, user_id;

insert into notice
  (channel, kind, state, definition_id, instance_id, stage, recipient_id, created_date_time,
   next_attempt_at, sent_date_time)
select 'mail', 'requestedReminder', case when n.sent_date_time is null then 'waiting' else 'sent' end,
  i.definition_id, n.instance_id, n.stage, n.recipient_id, n.created_date_time, n.created_date_time,
  n.sent_date_time
from notification n join access_review_instance i on i.id = n.instance_id
where i.definition_id is not null
order by n.id;

drop table notification;
