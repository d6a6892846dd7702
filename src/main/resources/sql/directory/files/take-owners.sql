-- Takes over a file of owners.
insert into directory_owner (owned_id, owner_id)
select object_id, owner_id from directory_import
order by object_id, owner_id
on conflict do nothing;
