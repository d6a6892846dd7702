-- Says how long a file has become, and what its bytes are.
update access_review_history_file set size = :size, sha256 = :sha256 where id = :id;
