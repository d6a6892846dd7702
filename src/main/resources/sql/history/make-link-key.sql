-- Keeps a new key for links to files, unless there is one.
insert into access_review_link_key (id, key) values (1, :key) on conflict do nothing;
