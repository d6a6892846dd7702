-- Empties the log for the emulator, and begins another one: its origin has the next suffix. The
-- lock is the sequencer's, which is at work in no other order of tables meanwhile.
do $$ begin
  perform pg_advisory_xact_lock(hashtext('access_reviews.evidence'));
  if exists (select from evidence_entry) or exists (select from evidence_leaf) then
    set local access_reviews.evidence = 'reset';
    truncate evidence_unsequenced, evidence_entry, evidence_leaf, evidence_tile,
      evidence_checkpoint;
    set local access_reviews.evidence = '';
    update evidence_origin set suffix = suffix + 1;
  end if;
end $$;
