-- No query asks for the entries of an item. Items come in no order, so each answer wrote into
-- another page of this index.
drop index evidence_entry_of_item;
