-- Enters the start of instances, with the digests of their populations. A scope that would not fit
-- in an entry is entered by its digest.
insert into evidence_entry (type, at, definition_id, instance_id, entry)
select e.type, cast(:now as timestamptz), i.definition_id, i.id, cast(row_to_json(e) as text)
from unnest(cast(:instances as uuid[]), cast(:counts as bigint[]), cast(:digests as text[]))
    found (id, count, sha256)
  join access_review_instance i on i.id = found.id
  cross join lateral (
    select found.count, found.sha256, 'built-in' as source, cast(null as text) as "sourceRun",
      evidence_instant(:read_at) as "readAt") people
  cross join lateral (
    select
      (select count(*) from (
        select r.user_id from access_review_reviewer r
        where r.instance_id = i.id and r.stage = coalesce(i.stage_settings -> 0 ->> 'stageId', '')
        union
        select d.reviewer_id from access_review_decision_item d
        where d.instance_id = i.id and d.reviewer_id is not null) reviewer) as found,
      evidence_items_on(i.id, 'fallback') as "itemsToFallback",
      evidence_items_on(i.id, 'nobody') as "itemsToNobody") routed
  cross join lateral (
    select 'instance.started' as type, evidence_instant(:now) as at, cast(:actor as json) as actor,
      i.definition_id as "definitionId", i.id as "instanceId", evidence_fitting(i.scope) as scope,
      row_to_json(people) as population, row_to_json(routed) as reviewers) e
order by i.id;
