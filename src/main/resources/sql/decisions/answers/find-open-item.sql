-- The item that :caller reviews now, or has reviewed in an earlier stage. With :asked_stage only if
-- it is in that stage or has been there; only who reviewed it there counts as an earlier reviewer. Its instance stays in its state until the transaction ends.
-- Hole :lock, for example for update of d: makes others who answer the item wait, or is empty.
select * from (
  select d.version, i.status, s.id as stage, s.status as stage_status,
    exists (
      select from access_review_assigned(d.instance_id, d.stage, d.route, d.reviewer_id) assigned
      where assigned.user_id = :caller) as in_charge,
    exists (
      select from access_review_stage_decision was
        cross join lateral access_review_assigned(
          was.instance_id, was.stage, was.route, was.reviewer_id) assigned
      where was.instance_id = d.instance_id and was.item_id = d.id and was.stage <> d.stage
        and assigned.user_id = :caller
        and (cast(:asked_stage as uuid) is null or was.stage = (
          select asked.stage_id from access_review_stage asked where asked.id = :asked_stage))
      ) as was_in_charge,
    i.justification_required
  from access_review_decision_item d
    join access_review_instance i on i.id = d.instance_id
    left join access_review_stage s on s.instance_id = d.instance_id and s.stage_id = d.stage
  where d.id = :item and i.id = :instance and i.definition_id = :definition
    and (cast(:asked_stage as uuid) is null or exists (
      select from access_review_stage asked
        join access_review_stage_decision there
          on there.instance_id = asked.instance_id and there.stage = asked.stage_id
      where asked.id = :asked_stage and there.instance_id = d.instance_id
        and there.item_id = d.id))
  for share of i :lock) found
where in_charge or was_in_charge;
