-- Whoever enables a blocked guest, by an update or an import, cancels the deletion.
create function directory_guest_is_kept() returns trigger language plpgsql as $$
begin
  delete from directory_blocked_guest where id = new.id;
  return null;
end
$$;
create trigger directory_guest_is_kept
  after update of account_enabled on directory_user
  for each row when (new.account_enabled and not old.account_enabled)
  execute function directory_guest_is_kept();

-- The decision log is not emptied as a whole, either. The emulator's reset switches this off.
create trigger access_review_decision_log_stays_whole
  before truncate on access_review_decision_log
  for each statement execute function access_review_decision_log_stays();
