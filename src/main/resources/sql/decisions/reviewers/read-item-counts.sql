-- How many items of an instance are on which list.
select stage, route, items
from access_review_item_count
where instance_id = :instance;
