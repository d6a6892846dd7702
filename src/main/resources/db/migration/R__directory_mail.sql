-- The mail address of users, for reports.
create or replace view directory_mail as
  select id as user_id, mail from directory_user where mail is not null;
