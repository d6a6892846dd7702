-- How many entries wait for their place, up to :most, and since when the first of them does.
select count(*) as entries, min(e.at) as since
from (select entry_id from evidence_unsequenced limit :most) u
  join evidence_entry e on e.id = u.entry_id;
