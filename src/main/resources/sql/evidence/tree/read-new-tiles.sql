-- The hashes of tiles of a level that are full and not stored yet: the numbers :first to before :end.
select number, hashes
from (
  select index / 256 as number, string_agg(hash, '' order by index) as hashes
  from evidence_leaf
  where :level = 0 and index >= :first * 256 and index < :end * 256
  group by 1
  union all
  select number / 256, string_agg(root, '' order by number)
  from evidence_tile
  where level = :level - 1 and number >= :first * 256 and number < :end * 256
  group by 1) t;
