-- Makes the objects of a type that are new in a file.
insert into directory_object (id, type)
select id, :type from directory_import order by id
on conflict do nothing;
