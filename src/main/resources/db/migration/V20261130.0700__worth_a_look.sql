-- The order in which the portal shows the items of an instance: those that are worth a look first.
-- Recommended to be denied, never signed in, guests, the rest. An answer does not change it.
alter table access_review_decision_item
  add column attention smallint not null generated always as (
    case
      when recommendation = 'Deny' then 0
      when principal_type = 'user' and (
        case when resource_type = 'servicePrincipal' then resource_sign_in_date_time
          else last_sign_in_date_time end) is null then 1
      when principal_user_name like '%#EXT#%' then 2
      else 3
    end) stored;

create index access_review_decision_item_worth_a_look
  on access_review_decision_item (instance_id, attention, id);
