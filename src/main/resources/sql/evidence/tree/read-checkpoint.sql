-- The latest checkpoint, and the suffix of the log's origin.
select c.size, c.root, o.suffix
from evidence_checkpoint c cross join evidence_origin o
order by c.size desc
limit 1;
