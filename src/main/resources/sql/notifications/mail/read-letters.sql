-- What claimed messages tell: a row for each review that is listed, at most :most of a kind, those
-- that end first. further says how many more there are of the kind.
with told as (
  select n.message_id, n.kind, n.recipient_id, n.definition_id, n.instance_id, n.stage,
    coalesce(s.end_date_time, i.end_date_time, i.start_date_time) as due,
    row_number() over (
      partition by n.message_id, n.kind
      order by coalesce(s.end_date_time, i.end_date_time, i.start_date_time), n.instance_id) as place,
    count(*) over (partition by n.message_id, n.kind) as total
  from notice n
    join access_review_instance i on i.id = n.instance_id
    left join access_review_stage s on s.instance_id = n.instance_id and s.stage_id = n.stage
  where n.message_id = any(:messages) and n.state = 'waiting' and n.attempted_at is not null)
select t.message_id as message, t.kind, t.total - :most as further,
  coalesce(first.instance_id, t.instance_id) as first_instance,
  t.recipient_id as reader, a.address, a.display_name as reader_name, a.preferred_language,
  t.definition_id as definition, t.instance_id as instance, t.due, f.display_name,
  coalesce(
    (select r.display_name from directory_resource r where r.id = i.resource_id limit 1),
    (select d.resource_name from access_review_decision_item d
      where d.instance_id = t.instance_id limit 1),
    '') as resource,
  f.description_for_reviewers as description,
  coalesce((select place.number from jsonb_array_elements(i.stage_settings)
      with ordinality place (stage, number)
    where place.stage ->> 'stageId' = t.stage), 0) as stage_number,
  jsonb_array_length(i.stage_settings) as stage_count,
  case when is_result then false else notice_self_review(t.instance_id, t.stage, t.recipient_id) end
    as self_review,
  case when is_result then 0 else notice_open_items(t.instance_id, t.stage, t.recipient_id) end
    as open_items,
  coalesce(result.approved, 0) as approved, coalesce(result.denied, 0) as denied,
  coalesce(result.dont_know, 0) as dont_know, coalesce(result.not_reviewed, 0) as not_reviewed,
  coalesce(cast(i.settings ->> 'autoApplyDecisionsEnabled' as boolean), false) as applies
from told t
  cross join lateral (
    select t.kind in ('completed', 'completedAdditionalRecipients') as is_result) kinds
  join access_review_instance i on i.id = t.instance_id
  join access_review_schedule_definition f on f.id = t.definition_id
  join directory_addressee a on a.user_id = t.recipient_id
  left join notice first on first.id = t.message_id
  left join lateral (
    select count(*) filter (where d.decision = 'Approve') as approved,
      count(*) filter (where d.decision = 'Deny') as denied,
      count(*) filter (where d.decision = 'DontKnow') as dont_know,
      count(*) filter (where d.decision = 'NotReviewed') as not_reviewed
    from access_review_decision_item d
    where is_result and d.instance_id = t.instance_id) result on true
where t.place <= :most
order by t.message_id, t.kind, t.place;
