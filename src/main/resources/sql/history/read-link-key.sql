-- The key for links to files.
select key from access_review_link_key;
