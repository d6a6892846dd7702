-- The hashes of a tile, one after the other: as stored if it is full, else those that there are.
select coalesce(
  (select hashes from evidence_tile where level = :level and number = :number),
  case when :level = 0 then (
    select string_agg(hash, '' order by index) from evidence_leaf
    where index >= :number * 256 and index < :number * 256 + 256)
  else (
    select string_agg(root, '' order by number) from evidence_tile
    where level = :level - 1 and number >= :number * 256 and number < :number * 256 + 256)
  end,
  '') as hashes;
