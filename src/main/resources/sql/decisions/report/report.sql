-- The history report: a row for each item, and in reviews with stages for each stage that the item
-- reached. Every column is a text, empty where there is nothing to say, in the order of the report.
-- What was applied is said once for each item: in the row of the last stage that it reached.
-- Hole :rows, for example i.id = :instance: which items d of instances i of series f, and in reviews with stages which decisions s in a stage.
select
  i.id::text as "AccessReviewId",
  case
    when coalesce(f.settings -> 'recurrence' -> 'pattern', 'null') = 'null'
      then '00000000-0000-0000-0000-000000000000'
    else f.id::text
  end as "AccessReviewSeriesId",
  case d.resource_type
    when 'servicePrincipal' then 'application'
    when 'directoryRole' then 'Microsoft Entra role'
    when 'azureRole' then 'Azure role'
    when 'accessPackageAssignmentPolicy' then 'access package'
    else 'group'
  end as "ReviewType",
  coalesce(d.resource_name, '') as "ResourceDisplayName",
  d.resource_id::text as "ResourceId",
  f.display_name as "ReviewName",
  access_review_report_instant(f.created_date_time) as "CreatedDateTime",
  access_review_report_instant(i.start_date_time) as "ReviewStartDate",
  access_review_report_instant(i.end_date_time) as "ReviewEndDate",
  i.status as "ReviewStatus",
  f.created_by ->> 'id' as "OwnerId",
  coalesce(f.created_by ->> 'displayName', '') as "OwnerName",
  coalesce(f.created_by ->> 'userPrincipalName', '') as "OwnerUPN",
  d.principal_id::text as "PrincipalId",
  coalesce(d.principal_name, '') as "PrincipalName",
  coalesce(d.principal_user_name, '') as "PrincipalUPN",
  case d.principal_type when 'servicePrincipal' then 'service principal' else d.principal_type end
    as "PrincipalType",
  access_review_report_instant(decided.at) as "ReviewDate",
  decided.result as "ReviewResult",
  decided.justification as "Justification",
  coalesce(decided.by ->> 'id', '') as "ReviewerId",
  coalesce(decided.by ->> 'displayName', '') as "ReviewerName",
  coalesce(decided.by ->> 'userPrincipalName', '') as "ReviewerUPN",
  coalesce(reviewer.mail, '') as "ReviewerEmailAddress",
  coalesce(applied.by ->> 'displayName', '') as "AppliedByName",
  coalesce(applied.by ->> 'userPrincipalName', '') as "AppliedByUPN",
  coalesce(applier.mail, '') as "AppliedByEmailAddress",
  access_review_report_instant(applied.at) as "AppliedDate",
  case decided.recommendation when 'NoInfoAvailable' then 'No Info' else decided.recommendation end
    as "AccessRecommendation",
  case
    when applied.result in ('AppliedSuccessfully', 'AppliedSuccessfullyButObjectNotFound')
      then 'Applied'
    else 'Not Applied'
  end as "SubmissionResult",
  decided.stage as "Stage",
  greatest(jsonb_array_length(i.stage_settings), 1)::text as "TotalStages",
  case when s.item_id is null then '' else latest.result end as "LastMultiStageDecision",
  access_review_report_instant(d.last_sign_in_date_time) as "LastSignInDate"
from access_review_schedule_definition f
  join access_review_instance i on i.definition_id = f.id
  join access_review_decision_item d on d.instance_id = i.id
  left join access_review_stage_decision s on s.instance_id = d.instance_id and s.item_id = d.id
  cross join lateral (
    select access_review_report_result(d.decision, d.decision <> 'NotReviewed' or a.asked) as result
    from access_review_has_reviewer(i.id, d.stage, d.route, d.reviewer_id) a
    offset 0) latest
  cross join lateral (
    select '1' as stage, d.reviewed_date_time as at, latest.result, d.justification,
      d.reviewed_by as by, d.recommendation
    where s.item_id is null
    union all
    select s.stage, s.reviewed_date_time,
      case when s.stage = d.stage and s.decision = d.decision then latest.result
        else access_review_report_result(s.decision, s.decision <> 'NotReviewed' or a.asked) end,
      s.justification, s.reviewed_by, s.recommendation
    from access_review_has_reviewer(i.id, s.stage, s.route, s.reviewer_id) a
    where s.item_id is not null) decided
  left join lateral (
    select d.applied_by as by, d.applied_date_time as at, d.apply_result as result
    where s.item_id is null or s.stage = d.stage) applied on true
  left join directory_mail reviewer on reviewer.user_id = (decided.by ->> 'id')::uuid
  left join directory_mail applier on applier.user_id = (applied.by ->> 'id')::uuid
where (:rows) and decided.result = any(cast(:results as text[]))
order by i.start_date_time, i.id, d.principal_id, d.resource_id, s.stage;
