-- What came of the removals, and in how many cases access through groups remains.
select coalesce(apply_result, 'AppliedWithUnknownFailure') as result, count(*) as items,
  count(*) filter (where access_remains) as remaining
from access_removal
group by 1;
