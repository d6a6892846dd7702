-- Keeps the key that dev mode or the emulator made, unless there is one.
insert into evidence_made_key (pkcs8) values (:pkcs8)
on conflict do nothing;
