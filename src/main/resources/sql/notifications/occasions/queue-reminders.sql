-- Reminds the reviewers of the open rounds of instances: with :all every one, otherwise those with
-- something to answer. In a stage its own decisions count, not those of earlier stages.
with round as (
  select r.* from notice_round r where r.instance_id = any(:instances)),
open as (
  select d.instance_id, d.stage, d.route, d.reviewer_id
  from round r
    join access_review_decision_item d on d.instance_id = r.instance_id and d.stage = r.stage
  where r.stage = '' and d.decision = 'NotReviewed'
  group by 1, 2, 3, 4
  union all
  select s.instance_id, s.stage, d.route, d.reviewer_id
  from round r
    join access_review_stage_decision s on s.instance_id = r.instance_id and s.stage = r.stage
    join access_review_decision_item d on d.id = s.item_id and d.stage = s.stage
  where s.decision = 'NotReviewed'
  group by 1, 2, 3, 4),
reminded as (
  select o.instance_id, o.stage, o.reviewer_id as user_id
  from open o where o.reviewer_id is not null
  union
  select o.instance_id, o.stage, asked.user_id
  from (select distinct instance_id, stage, route from open) o
    join access_review_asked_reviewer asked
      on asked.instance_id = o.instance_id and asked.stage = o.stage and asked.route = o.route
  union
  select r.instance_id, r.stage, asked.user_id
  from round r
    join access_review_asked_reviewer asked
      on asked.instance_id = r.instance_id and asked.stage = r.stage
  where :all)
insert into notice
  (channel, kind, definition_id, instance_id, stage, recipient_id, created_date_time, next_attempt_at)
select 'mail', :kind, r.definition_id, r.instance_id, r.stage, reminded.user_id,
  cast(:now as timestamptz), notice_leaves(:now, :digest, r.end_date_time)
from round r
  join reminded on reminded.instance_id = r.instance_id and reminded.stage = r.stage
order by r.instance_id, reminded.user_id
on conflict do nothing;
