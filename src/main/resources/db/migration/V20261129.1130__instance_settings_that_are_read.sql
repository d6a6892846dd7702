-- Settings of instances that statements filter by or read for each answer (docs/adr/0002).
alter table access_review_instance
  add column justification_required boolean not null
    generated always as (
      coalesce((settings ->> 'justificationRequiredOnApproval')::boolean, false)) stored,
  add column shows_histories boolean not null
    generated always as (
      coalesce((settings ->> 'decisionHistoriesForReviewersEnabled')::boolean, false)) stored;
