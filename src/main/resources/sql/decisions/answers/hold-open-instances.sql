-- The instances that are open for answers. They stay open until the transaction ends.
-- Hole :reached, for example true: which instances i.
select i.id, i.justification_required
from access_review_instance i
where i.status = 'InProgress' and :reached
order by i.id
for share of i;
