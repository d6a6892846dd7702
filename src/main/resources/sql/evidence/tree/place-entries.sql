-- Gives the next :most entries their places, from :size on, in the order in which they were written.
-- An entry that is missing stops the log, because its hash is null.
with taken as (
  delete from evidence_unsequenced
  where entry_id <= (
    select max(entry_id) from (
      select entry_id from evidence_unsequenced order by entry_id limit :most) first)
  returning entry_id)
insert into evidence_leaf (index, entry_id, hash)
select cast(:size as bigint) + row_number() over (order by t.entry_id) - 1, t.entry_id,
  sha256(cast('\x00' as bytea) || convert_to(e.entry, 'UTF8'))
from taken t left join evidence_entry e on e.id = t.entry_id;
