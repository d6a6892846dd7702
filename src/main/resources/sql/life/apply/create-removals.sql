-- Makes the table of access to be removed, for this transaction.
create temporary table access_removal (
  item_id uuid primary key, principal_id uuid not null, principal_type text not null,
  resource_id uuid not null, apply_result text, apply_description text,
  access_remains boolean not null default false)
on commit drop;
