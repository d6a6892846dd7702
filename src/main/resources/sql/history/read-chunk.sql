-- One chunk of a file.
select bytes from access_review_history_chunk where file_id = :id and number = :number;
