-- The file :id, if there is one.
select name, size, sha256 from access_review_history_file where id = :id;
