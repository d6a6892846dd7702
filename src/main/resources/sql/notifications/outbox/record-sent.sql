-- A message was handed over; for the rate it was attempted just now. Its reviewers were told, and
-- each row gets an entry in the evidence log. Answers how many rows there are, by kind.
with sent as (
  update notice n
  set state = 'sent', sent_date_time = cast(:now as timestamptz), leased_until = null,
    attempted_at = clock_timestamp(), failure = null, retry_until = null
  where n.message_id = :message and n.state = 'waiting' and n.attempted_at is not null
  returning n.id, n.kind, n.definition_id, n.instance_id, n.stage, n.recipient_id),
told as (
  update access_review_reviewer r
  set notified_date_time = coalesce(r.notified_date_time, cast(:now as timestamptz)),
    undelivered = false
  from sent
  where sent.kind in ('start', 'reminder', 'requestedReminder')
    and r.instance_id = sent.instance_id and r.stage = sent.stage
    and r.user_id = sent.recipient_id),
logged as (
  insert into evidence_entry (type, at, definition_id, instance_id, entry)
  select e.type, cast(:now as timestamptz), sent.definition_id, sent.instance_id,
    cast(row_to_json(e) as text)
  from sent cross join lateral (
    select 'notice.sent' as type, evidence_instant(cast(:now as timestamptz)) as at,
      (select row_to_json(a) from (
        select '00000000-0000-0000-0000-000000000000' as id, '' as "displayName",
          '' as "userPrincipalName") a) as actor,
      sent.definition_id as "definitionId", sent.instance_id as "instanceId", sent.kind,
      sent.recipient_id as "recipientId", cast(:header as text) as "messageId") e
  order by sent.id)
select kind, count(*) as rows from sent group by kind;
