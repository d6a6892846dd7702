-- Appends one entry.
insert into evidence_entry (type, at, definition_id, instance_id, entry)
values (:type, :at, :definition, :instance, :entry);
