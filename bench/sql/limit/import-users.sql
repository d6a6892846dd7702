-- Import of users: ImportFile, ImportKind. The lines are as the service sends them, in :file.
begin;
set local work_mem = '64MB';
set local default_statistics_target = 10;
create temporary table directory_import (line bigint, id uuid, display_name text,
  user_principal_name text, mail text, user_type text, account_enabled text, country text,
  preferred_language text, external_user_state text, last_sign_in_date_time text) on commit drop;
copy directory_import from :'file';
analyze directory_import;
lock table directory_object, directory_user in share row exclusive mode;
@send directory/files/reject-users
@end
@send directory/files/make-objects
  type = 'user'
@end
@send directory/files/take-users
  now = now()
@end
analyze directory_object, directory_user;
commit;
