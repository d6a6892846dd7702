-- Holds an instance back that would remove too much: it waits, and says why.
update access_review_instance
set next_transition_at = null, version = version + 1,
  errors = jsonb_build_array(
    jsonb_build_object('code', cast(:code as text), 'message', cast(:objection as text)))
where id = :instance;
