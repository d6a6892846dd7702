-- Stores full tiles of a level.
insert into evidence_tile (level, number, hashes, root)
select :level, number, hashes, root
from unnest(:numbers, :hashes, :roots) t (number, hashes, root);
