-- The entries about the instance :instance and its series :definition in a tree of :size leaves, in
-- the order of the tree.
select l.index, e.entry
from (
  select id, entry from evidence_entry where instance_id = :instance
  union all
  select id, entry from evidence_entry where definition_id = :definition and instance_id is null) e
  join evidence_leaf l on l.entry_id = e.id
where l.index < :size
order by l.index;
