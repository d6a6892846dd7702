-- What was decided, by whom and how: one line for each change of an item, never changed again. It
-- stays when the series goes, so it points at nothing.

create table access_review_decision_log (
  id              bigint      generated always as identity
    constraint access_review_decision_log_pk primary key,
  definition_id   uuid        not null,
  instance_id     uuid        not null,
  stage           text        not null,
  item_id         uuid        not null,
  principal_id    uuid        not null,
  resource_id     uuid        not null,
  at              timestamptz not null,
  actor           jsonb       not null,
  acting_as       text        not null
    constraint access_review_decision_log_acting_known
      check (acting_as in ('primary', 'fallback', 'individual', 'administrator', 'service')),
  call            text        not null
    constraint access_review_decision_log_call_known
      check (call in ('single', 'batch', 'recommendation', 'reset', 'defaultDecision')),
  call_size       bigint      not null,
  decision_before text        not null,
  decision        text        not null,
  justification   text        not null
);

create index access_review_decision_log_of_item on access_review_decision_log (item_id, id);
create index access_review_decision_log_of_instance on access_review_decision_log (instance_id, id);

create function access_review_decision_log_stays() returns trigger language plpgsql as $$
begin
  raise exception 'Lines of the decision log are never changed or deleted';
end
$$;
create trigger access_review_decision_log_stays
  before update or delete on access_review_decision_log
  for each statement execute function access_review_decision_log_stays();
