-- Whether an entry about the instance :instance or its series :definition is not in the tree yet.
select exists (
  select from evidence_unsequenced u join evidence_entry e on e.id = u.entry_id
  where e.definition_id = :definition and (e.instance_id is null or e.instance_id = :instance));
