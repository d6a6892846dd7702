-- Writes one chunk of a file.
insert into access_review_history_chunk (file_id, number, bytes) values (:id, :number, :bytes);
