-- Stores what the tree is now, in real time whatever the service's clock says.
insert into evidence_checkpoint (size, root, at) values (:size, :root, now());
