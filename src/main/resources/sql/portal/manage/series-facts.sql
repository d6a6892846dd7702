-- What the list of series says of each: what runs, how far it is answered, and what is held back.
select s.id, s.next_start_date_time as next_start, running.items, running.answered, held.instances
from access_review_schedule_definition s
  cross join lateral (
    select count(d.id) as items, count(d.id) filter (where d.decision <> 'NotReviewed') as answered
    from access_review_instance i
      join access_review_decision_item d on d.instance_id = i.id
    where i.definition_id = s.id and i.status = 'InProgress') running
  cross join lateral (
    select count(*) as instances
    from access_review_instance i
    where i.definition_id = s.id and i.status = 'Completed'
      and i.errors @> cast('[{"code": "applyNeedsConfirmation"}]' as jsonb)) held
where s.id = any(:series);
