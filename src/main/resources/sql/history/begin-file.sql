-- Begins a file, whose chunks follow.
insert into access_review_history_file (id, name, size, sha256) values (:id, :name, 0, '');
