-- Holds instances: decisions that are being written are waited for, later ones wait.
select i.id
from access_review_instance i
where i.id = any(:instances)
order by i.id
for no key update;
