-- The language in which a user is written to, a BCP 47 tag such as de-AT.
alter table directory_user add column preferred_language text;
