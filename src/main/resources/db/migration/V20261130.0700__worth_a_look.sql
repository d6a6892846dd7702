-- The order in which the portal shows the items of an instance: those that are worth a look first.

-- The instance with items that came before this one in its series, on the same resource.
create function access_review_instance_before(instance uuid) returns uuid
  language sql stable as $$
  select before.id
  from access_review_instance i
    join access_review_instance before
      on before.definition_id = i.definition_id and before.resource = i.resource
        and before.start_date_time < i.start_date_time
  where i.id = $1
    and exists (select from access_review_decision_item d where d.instance_id = before.id)
  order by before.start_date_time desc
  limit 1
$$;

-- As it was when the instance started: whether the principal was a guest, and whether they had not
-- had this access in the instance before. Of items that are there, today's directory has to do.
alter table access_review_decision_item
  add column guest boolean not null default false,
  add column newcomer boolean not null default false;

update access_review_decision_item d
set guest = true
from directory_user u
where u.id = d.principal_id and u.user_type = 'Guest' and d.principal_type = 'user';

update access_review_decision_item d
set newcomer = true
from (
  select i.id, access_review_instance_before(i.id) as before_id
  from access_review_instance i offset 0) i
where d.instance_id = i.id and i.before_id is not null
  and not exists (
    select from access_review_decision_item old
    where old.instance_id = i.before_id and old.principal_id = d.principal_id
      and old.resource_id = d.resource_id);

-- Recommended to be denied, never signed in, guests, newcomers, the rest. An answer does not change
-- it.
alter table access_review_decision_item
  add column attention smallint not null generated always as (
    case
      when recommendation = 'Deny' then 0
      when principal_type = 'user' and (
        case when resource_type = 'servicePrincipal' then resource_sign_in_date_time
          else last_sign_in_date_time end) is null then 1
      when guest then 2
      when newcomer then 3
      else 4
    end) stored;

create index access_review_decision_item_worth_a_look
  on access_review_decision_item (instance_id, attention, id);
