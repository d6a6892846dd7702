-- The figures of the instance :instance: items by decision, denied items by what became of the
-- access, and answers by day, at most :days days.
select 'DECISION' as chart, decision as label, count(*) as items
from access_review_decision_item where instance_id = :instance group by decision
union all
select 'DENIED', case
    when r.confirmed then 'CONFIRMED'
    when r.item_id is not null then 'REPORTED'
    else 'OPEN'
  end, count(*)
from access_review_decision_item d
  left join (
    select e.item_id, bool_or(cast(e.entry as json) ->> 'confirmedAt' is not null) as confirmed
    from evidence_entry e
    where e.instance_id = :instance and e.type = 'removal'
    group by e.item_id) r on r.item_id = d.id
where d.instance_id = :instance and d.decision = 'Deny'
group by 2
union all
(select 'DAY', to_char(at at time zone 'UTC', 'YYYY-MM-DD'), count(*)
from evidence_entry
where instance_id = :instance and type = 'decision'
group by 2
order by 2
limit :days)
order by 1, 2;
