-- Stores full tiles of a level.
insert into evidence_tile (level, number, hashes, root)
select :level, number, hashes, root
from unnest(cast(:numbers as bigint[]), cast(:hashes as bytea[]), cast(:roots as bytea[])) t (number, hashes, root);
