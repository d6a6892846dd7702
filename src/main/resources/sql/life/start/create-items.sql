-- Creates the items of instances: one for each principal with access and each resource, routed to
-- its reviewers. They are written in the order of their lists and of the indexes for these, which
-- is a quarter faster than any other order. An id begins with :time (UUID version 7, RFC 9562), so
-- that those of one start lie side by side in the index; PostgreSQL 18 has a function for it.
-- Hole :principals, for example select null::uuid as principal_id, null::text as principal_type, null::text as display_name, null::text as user_principal_name, null::uuid as app_id, null::uuid as manager_id, null::timestamptz as last_sign_in_date_time, null::timestamptz as resource_sign_in_date_time, null::uuid as resource_id, null::text as membership, null::text as membership_through, null::text as resource_name, null::uuid as resource_app_id: who has access to the resource of an instance i, with the name of the resource.
insert into access_review_decision_item
  (id, version, instance_id, principal_id, principal_type, principal_name, principal_user_name,
   principal_app_id, manager_id, last_sign_in_date_time, resource_sign_in_date_time, resource_id,
   resource_type, resource_name, resource_app_id, membership, membership_through, outlier, stage,
   route, reviewer_id, recommendation, decision, justification, apply_result, guest, newcomer)
select cast(:time || substr(cast(gen_random_uuid() as text), 16) as uuid), 0, i.id, p.principal_id,
  p.principal_type, p.display_name, p.user_principal_name, p.app_id, p.manager_id,
  p.last_sign_in_date_time, p.resource_sign_in_date_time, p.resource_id, :resource_type,
  p.resource_name, p.resource_app_id, p.membership, p.membership_through, false,
  :stage, routed.route, routed.reviewer_id,
  access_review_recommendation(:recommends, p.principal_type,
    case when :in_application then p.resource_sign_in_date_time else p.last_sign_in_date_time end,
    :since),
  'NotReviewed', '', 'New',
  p.principal_type = 'user' and exists (
    select from directory_user u where u.id = p.principal_id and u.user_type = 'Guest'),
  i.before_id is not null and not exists (
    select from access_review_decision_item old
    where old.instance_id = i.before_id and old.principal_id = p.principal_id
      and old.resource_id = p.resource_id)
from (
    select i.*, access_review_instance_before(i.id) as before_id
    from access_review_instance i
    where i.id = any(:instances) offset 0) i
  cross join lateral access_review_filled_lists(i.id, :stage) lists
  cross join lateral (:principals) p
  cross join lateral access_review_routed(lists.has_primary, lists.has_fallback,
    access_review_own_reviewer(:own_reviewer, p.principal_type, p.principal_id, p.manager_id,
      lists.has_primary or lists.has_fallback),
    access_review_own_reviewer(:stand_in, p.principal_type, p.principal_id, p.manager_id,
      lists.has_primary or lists.has_fallback)) routed
order by i.id, p.principal_id;
