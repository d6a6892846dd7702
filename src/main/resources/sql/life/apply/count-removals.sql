-- What came of the removals.
select coalesce(apply_result, 'AppliedWithUnknownFailure') as result, count(*) as items
from access_removal
group by 1;
