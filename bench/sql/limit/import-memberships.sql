-- Import of memberships: ImportFile, ImportKind. The lines are as the service sends them, in :file.
begin;
set local work_mem = '64MB';
set local default_statistics_target = 10;
create temporary table directory_import (line bigint, group_id uuid, member_id uuid)
  on commit drop;
copy directory_import from :'file';
analyze directory_import;
lock table directory_object in share row exclusive mode;
@send directory/files/reject-memberships
@end
@send directory/files/take-memberships
@end
analyze directory_group_member;
commit;
