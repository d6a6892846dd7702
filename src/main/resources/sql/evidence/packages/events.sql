-- What happened to the instance :instance and its series :definition beside decisions, removals and
-- notices, in the order of the log: at most :shown entries, and how many there are.
select l.index, e.type, count(*) over () as entries, e.entry
from (
  select id, type, entry from evidence_entry
  where instance_id = :instance and type not in ('decision', 'removal', 'notice.sent')
  union all
  select id, type, entry from evidence_entry
  where definition_id = :definition and instance_id is null) e
  join evidence_leaf l on l.entry_id = e.id
order by l.index
limit :shown;
