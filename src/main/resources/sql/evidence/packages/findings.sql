-- What an assessor asks about in the instance :instance of a series that :creator created: each
-- finding with its number of items, and the first :shown items. An answer counts if it is the last
-- one of its item in its stage.
with answer as materialized (
  select distinct on (e.item_id, a."stageId") e.id, e.item_id, e.at, a.actor ->> 'id' as by,
    a."principalId" as principal, a.decision, a.call, a."callSize" as call_size,
    a."actingAs" as acting_as
  from evidence_entry e
    cross join lateral json_to_record(cast(e.entry as json)) as a (
      actor json, "stageId" text, "principalId" text, decision text, call text, "callSize" bigint,
      "actingAs" text)
  where e.instance_id = :instance and e.type = 'decision'
  order by e.item_id, a."stageId", e.id desc),
paced as (
  select item_id, decision, call, at - lag(at) over (partition by by order by at, id) as after
  from answer
  where call = 'single'),
gone as (
  select distinct e.item_id
  from evidence_entry e
  where e.instance_id = :instance and e.type = 'removal'
    and cast(e.entry as json) ->> 'confirmedAt' is not null),
found as (
  select 'PERSON_CONCERNED' as finding, item_id from answer
  where call <> 'defaultDecision' and decision <> 'NotReviewed'
    and (acting_as = 'person concerned' or by = principal)
  union
  select 'CREATOR', item_id from answer
  where call <> 'defaultDecision' and decision <> 'NotReviewed' and by = :creator
  union
  select 'IN_ONE_CALL', item_id from answer
  where decision = 'Approve' and call in ('batch', 'recommendation') and call_size >= :many
  union
  select 'IN_SECONDS', item_id from paced
  where decision = 'Approve' and after < cast(:quickly as interval)
  union
  select 'BY_NO_RULE', item_id from answer
  where call <> 'defaultDecision' and decision <> 'NotReviewed' and acting_as = 'administrator'
  union
  select 'BY_DEFAULT', item_id from answer
  where call = 'defaultDecision' and decision <> 'NotReviewed'
  union
  select 'UNANSWERED', d.id from access_review_decision_item d
  where d.instance_id = :instance and d.decision = 'NotReviewed'
  union
  select 'NOT_CONFIRMED_GONE', d.id from access_review_decision_item d
  where d.instance_id = :instance and d.decision = 'Deny'
    and not exists (select from gone g where g.item_id = d.id)),
listed as (
  select f.finding, count(*) over (partition by f.finding) as items,
    row_number() over (
      partition by f.finding order by d.principal_name, d.resource_name, d.id) as number,
    coalesce(d.principal_name, d.principal_id::text)
      || coalesce(' (' || d.principal_user_name || ')', '') || ', '
      || coalesce(d.resource_name, d.resource_id::text) as item
  from found f join access_review_decision_item d on d.id = f.item_id)
select finding, items, item from listed where number <= :shown order by finding, number;
