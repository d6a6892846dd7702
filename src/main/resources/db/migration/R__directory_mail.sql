-- The mail address of users, for reports.
create or replace view directory_mail as
  select id as user_id, mail from directory_user where mail is not null;

-- Whom mails are for: the address is empty if there is none. A user principal name is one unless it
-- is of the form that guests have.
create or replace view directory_addressee as
  select id as user_id, display_name, preferred_language,
    coalesce(
      nullif(trim(mail), ''),
      case when user_principal_name ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$'
          and user_principal_name !~ '#EXT#'
        then user_principal_name end,
      '') as address,
    coalesce(external_user_state = 'PendingAcceptance', false) as is_pending
  from directory_user;
