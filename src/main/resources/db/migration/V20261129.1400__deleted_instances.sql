-- An instance without a series is being deleted: nobody reads it any more, and its items are
-- deleted in portions (sql/definitions/delete-portion.sql).
alter table access_review_instance alter column definition_id drop not null;
create index access_review_instance_deleted on access_review_instance (id)
  where definition_id is null;
