-- The entries from index :first to before :end; empty where they are no longer kept.
select coalesce(e.entry, '')
from evidence_leaf l left join evidence_entry e on e.id = l.entry_id
where l.index >= :first and l.index < :end
order by l.index;
