-- The series of :instance shows Failed once all instances of its latest occurrence have failed.
update access_review_schedule_definition series
set status = 'Failed', version = series.version + 1
from access_review_instance failed
where failed.id = :instance and series.id = failed.definition_id
  and series.latest_occurrence = failed.occurrence and series.status <> 'Failed'
  and not exists (select from access_review_instance other
    where other.definition_id = series.id and other.occurrence = failed.occurrence
      and other.status <> 'Failed');
