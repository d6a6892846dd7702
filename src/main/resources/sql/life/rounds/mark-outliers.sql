-- Marks the outliers among the items in a stage; they are recommended to be denied.
update access_review_decision_item d
set outlier = true, recommendation = 'Deny'
from access_review_peer_outliers(:instances, :stage) outlier
where d.id = outlier.item_id;
