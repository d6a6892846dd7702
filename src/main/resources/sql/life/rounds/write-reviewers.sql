-- Writes who is on the lists of a stage: users on the primary list win over fallback reviewers, and
-- whoever stays keeps the time at which they were asked. With :contacted primary reviewers are asked
-- at once; with :kept those who were asked so far still are.
-- Hole :found, for example select null::uuid, null::uuid, null::text, null::text, null::text: whom the lists name, for each instance i.
with found (instance_id, user_id, display_name, user_principal_name, listed) as (
  :found),
wanted as (
  select distinct on (instance_id, user_id) * from found
  order by instance_id, user_id, listed desc),
gone as (
  delete from access_review_reviewer r using access_review_instance i
  where i.id = any(:instances) and r.instance_id = i.id and r.stage = :stage
    and r.listed is not null
    and (r.instance_id, r.user_id) not in (select instance_id, user_id from wanted))
insert into access_review_reviewer
  (instance_id, stage, user_id, listed, contacted, display_name, user_principal_name,
   created_date_time)
select instance_id, :stage, user_id, listed, :contacted and listed = 'primary', display_name,
  user_principal_name, :now
from wanted
on conflict (instance_id, stage, user_id)
  do update set listed = excluded.listed,
    contacted = excluded.contacted or :kept and access_review_reviewer.contacted;
