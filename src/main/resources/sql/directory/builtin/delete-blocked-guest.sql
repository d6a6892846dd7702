-- Deletes a guest with all memberships, unless somebody has enabled the account again.
delete from directory_object o using directory_user u
where o.id = :guest and u.id = o.id and not u.account_enabled;
