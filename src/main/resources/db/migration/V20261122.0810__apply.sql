-- Who asked for decisions to be applied; null where they apply by themselves.
alter table access_review_instance add column apply_requested_by jsonb;
