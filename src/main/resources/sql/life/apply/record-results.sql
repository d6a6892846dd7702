-- Records on items of instances what came of applying their decisions: on denied ones, and with
-- :kept also on those that keep their access. Each denied one gets an entry in the evidence log. Its
-- confirmedAt says that the directory was read again after the removal, and the access was gone.
-- Hole :principals, for example select null::uuid as principal_id, null::uuid as resource_id: who has access to the resource of an instance i now.
with remaining as (
  select distinct i.id as instance_id, p.principal_id, p.resource_id
  from access_review_instance i cross join lateral (:principals) p
  where i.id = any(:instances) and exists (select from access_removal)),
recorded as (
  update access_review_decision_item d
  set apply_result = coalesce(removal.apply_result,
      case when d.decision = 'Deny' then 'AppliedWithUnknownFailure'
        else 'AppliedSuccessfully' end),
    apply_description = removal.apply_description,
    applied_by = coalesce(i.apply_requested_by, cast(:applier as jsonb)),
    applied_date_time = :now,
    version = d.version + 1
  from access_review_decision_item item
    join access_review_instance i on i.id = item.instance_id
    left join access_removal removal on removal.item_id = item.id
    left join remaining on remaining.instance_id = item.instance_id
      and remaining.principal_id = item.principal_id and remaining.resource_id = item.resource_id
  where i.id = any(:instances) and d.id = item.id and item.apply_result = 'New'
    and (item.decision = 'Deny' or :kept)
  returning d.id, d.instance_id, i.definition_id, d.principal_id, d.resource_id, d.decision,
    d.apply_result, d.apply_description, d.applied_by,
    removal.apply_result in ('AppliedSuccessfully', 'AppliedSuccessfullyButObjectNotFound')
      and not removal.access_remains and remaining.instance_id is null as is_gone)
insert into evidence_entry (type, at, definition_id, instance_id, item_id, entry)
select e.type, :now, r.definition_id, r.instance_id, r.id, cast(row_to_json(e) as text)
from recorded r
  cross join lateral (
    select 'removal' as type, evidence_instant(:now) as at,
      (select row_to_json(a) from (
        select r.applied_by ->> 'id' as id, r.applied_by ->> 'displayName' as "displayName",
          r.applied_by ->> 'userPrincipalName' as "userPrincipalName") a) as actor,
      r.definition_id as "definitionId", r.instance_id as "instanceId", r.id as "itemId",
      r.principal_id as "principalId", r.resource_id as "resourceId", r.apply_result as result,
      r.apply_description as description,
      case when r.is_gone then evidence_instant(:now) end as "confirmedAt") e
where r.decision = 'Deny'
order by r.id;
