-- The evidence log: append-only, one entry for each thing that an auditor asks for. An entry is the
-- exact JSON line whose hash is a leaf of the tree (RFC 6962). It points at nothing, because it
-- stays when its series goes.

-- An instant as entries spell it: RFC 3339, UTC, milliseconds.
create function evidence_instant(at timestamptz) returns text language sql stable parallel safe
return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

create table evidence_entry (
  id            bigint      generated always as identity constraint evidence_entry_pk primary key,
  type          text        not null,
  at            timestamptz not null,
  definition_id uuid        not null,
  instance_id   uuid,
  item_id       uuid,
  entry         text        not null
    constraint evidence_entry_fits_a_tile check (octet_length(entry) between 2 and 65535)
    constraint evidence_entry_is_a_line check (position(E'\n' in entry) = 0)
);
create index evidence_entry_of_instance on evidence_entry (instance_id, id);
create index evidence_entry_of_item on evidence_entry (item_id, id) where item_id is not null;
create index evidence_entry_of_definition on evidence_entry (definition_id, id)
  where instance_id is null;

-- Entries that have no place in the tree yet. Without an index writers never wait for each other.
create table evidence_unsequenced (entry_id bigint not null);

create function evidence_is_to_be_sequenced() returns trigger language plpgsql as $$
begin
  insert into evidence_unsequenced select id from written;
  return null;
end
$$;
create trigger evidence_entry_is_to_be_sequenced
  after insert on evidence_entry referencing new table as written
  for each statement execute function evidence_is_to_be_sequenced();

-- The tree. A leaf stays when the retention deletes its entry. A tile has 256 hashes; its root is a
-- hash of the tile above. Tiles that are not full yet are read from leaves and roots.
create table evidence_leaf (
  index    bigint constraint evidence_leaf_pk primary key,
  entry_id bigint not null constraint evidence_leaf_once unique,
  hash     bytea  not null
);
create table evidence_tile (
  level  integer not null,
  number bigint  not null,
  hashes bytea   not null constraint evidence_tile_is_full check (octet_length(hashes) = 8192),
  root   bytea   not null,
  constraint evidence_tile_pk primary key (level, number)
);
create table evidence_checkpoint (
  size bigint      constraint evidence_checkpoint_pk primary key,
  root bytea       not null,
  at   timestamptz not null
);

-- The emulator's reset begins another log, whose origin has another suffix.
create table evidence_origin (suffix integer not null);
insert into evidence_origin values (0);

-- The key that dev mode and the emulator make for themselves (PKCS#8).
create table evidence_made_key (
  only_one boolean default true constraint evidence_made_key_pk primary key check (only_one),
  pkcs8    bytea   not null
);

-- What is written stays. Only the retention of old entries and the emulator's reset, which say so
-- for their transaction, may delete.
create function evidence_stays() returns trigger language plpgsql as $$
begin
  if tg_op in ('DELETE', 'TRUNCATE')
      and (coalesce(current_setting('access_reviews.evidence', true), '') = 'reset'
        or tg_op = 'DELETE' and tg_table_name = 'evidence_entry'
          and coalesce(current_setting('access_reviews.evidence', true), '') = 'retention') then
    return null;
  end if;
  raise exception 'The evidence log is never changed or deleted: % on %', tg_op, tg_table_name;
end
$$;
create trigger evidence_entry_stays before update or delete or truncate on evidence_entry
  for each statement execute function evidence_stays();
create trigger evidence_leaf_stays before update or delete or truncate on evidence_leaf
  for each statement execute function evidence_stays();
create trigger evidence_tile_stays before update or delete or truncate on evidence_tile
  for each statement execute function evidence_stays();
create trigger evidence_checkpoint_stays before update or delete or truncate on evidence_checkpoint
  for each statement execute function evidence_stays();

-- The retention: deletes up to :most of the first entries, while they are from before an instant and
-- have their place in the tree. It runs as the owner of the tables, whoever the service is.
create function evidence_delete_before(before timestamptz, most integer) returns bigint
language plpgsql security definer
set search_path from current as $$
declare
  deleted bigint;
begin
  perform set_config('access_reviews.evidence', 'retention', true);
  delete from evidence_entry
  where id <= (
    select max(id) from (
      select e.id,
        bool_and(e.at < before and exists (select from evidence_leaf l where l.entry_id = e.id))
          over (order by e.id) as all_old
      from (select id, at from evidence_entry order by id limit most) e) first
    where all_old);
  get diagnostics deleted = row_count;
  perform set_config('access_reviews.evidence', '', true);
  return deleted;
end
$$;

-- Empties the log for the emulator, and begins another one: its origin has the next suffix. The lock
-- is the sequencer's, which is at work in no other order of tables meanwhile. To truncate empty
-- tables takes longer than to look.
create function evidence_begin_anew() returns boolean language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('access_reviews.evidence'));
  if not exists (select from evidence_entry) and not exists (select from evidence_leaf) then
    return false;
  end if;
  perform set_config('access_reviews.evidence', 'reset', true);
  truncate evidence_unsequenced, evidence_entry, evidence_leaf, evidence_tile,
    evidence_checkpoint;
  perform set_config('access_reviews.evidence', '', true);
  update evidence_origin set suffix = suffix + 1;
  return true;
end
$$;

-- The decision log becomes the beginning of the evidence log, in its order. It did not keep
-- recommendations. Today's limit of a justification applies to lines from before there was one.
insert into evidence_entry (type, at, definition_id, instance_id, item_id, entry)
select 'decision', l.at, l.definition_id, l.instance_id, l.item_id, cast(row_to_json(e) as text)
from access_review_decision_log l
  cross join lateral (
    select 'decision' as type, evidence_instant(l.at) as at,
      (select row_to_json(a) from (
        select l.actor ->> 'id' as id, l.actor ->> 'displayName' as "displayName",
          l.actor ->> 'userPrincipalName' as "userPrincipalName") a) as actor,
      l.definition_id as "definitionId", l.instance_id as "instanceId",
      nullif(l.stage, '') as "stageId", l.item_id as "itemId", l.principal_id as "principalId",
      l.resource_id as "resourceId", l.decision_before as before, l.decision,
      left(l.justification, 4000) as justification, cast(null as text) as recommendation,
      l.acting_as as "actingAs", l.call, l.call_size as "callSize") e
order by l.id;
drop table access_review_decision_log;
drop function access_review_decision_log_stays();
