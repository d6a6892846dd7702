-- Whether there is any resource of a type.
select exists (select from directory_resource where type = :type);
