-- Moves instances to a status; their next step is due at :next, if any is.
update access_review_instance
set status = :status, next_transition_at = :next, version = version + 1
where id = any(:instances);
