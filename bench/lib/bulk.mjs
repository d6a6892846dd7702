// Workloads of one call about many rows: how it is made, and what is put back before it.
import { createReadStream, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { id, instance, members, newSeries, series } from './names.mjs';
import { sleep } from './processes.mjs';
import { call } from './service.mjs';
import { userToken } from './tokens.mjs';

const GROUPS = 10;
const boss = userToken(id('boss'));
const many = (number) => number.toLocaleString('en');

const TIDY_ITEMS = 'vacuum analyze access_review_decision_item, evidence_entry';

/** At once: row by row the foreign keys would be looked after for each, by nobody who measures. */
const EMPTY = `
  set session_replication_role = replica;
  delete from access_review_decision_item where instance_id in (
    select id from access_review_schedule_definition where display_name = 'Started');
  delete from access_review_reviewer where instance_id in (
    select id from access_review_schedule_definition where display_name = 'Started');
  delete from access_review_item_count where instance_id in (
    select id from access_review_schedule_definition where display_name = 'Started');
  delete from access_review_instance where id in (
    select id from access_review_schedule_definition where display_name = 'Started');
  delete from access_review_schedule_definition where display_name = 'Started';`;

function start(size, isLong) {
  return {
    name: `start-${size}`,
    isLong,
    title: (sizes) => `Instance start on ${many(sizes[size])} members`,
    rows: (sizes) => sizes[size],
    script: 'start.sql',
    variables: () => ({ group: size }),
    reset: () => `${EMPTY} vacuum analyze access_review_decision_item;`,
    async send({ url }) {
      const body = { ...newSeries(members(size)), displayName: 'Started' };
      const made = JSON.parse(await call('POST', url + series, { body, status: 201 }));
      return made.id;
    },
    /** An answer that comes before the instance is in progress is no end. */
    async done({ postgres, database }, made) {
      const status = `select status from access_review_instance where definition_id = '${made}'`;
      while ((await postgres.value(database, status)) !== 'InProgress') {
        await sleep(10);
      }
    },
  };
}

function imported(type, rows, reset) {
  return {
    name: `import-${type}`,
    title: (sizes) => `Import of ${many(rows(sizes))} ${type}, CSV`,
    rows,
    script: `import-${type}.sql`,
    variables: (sizes, { work }) => ({ file: files(sizes, work, type).lines }),
    reset,
    prepare: (sizes, { work }) => files(sizes, work, type),
    async send({ url }, sizes, { work }) {
      const body = createReadStream(files(sizes, work, type).csv);
      await call('PUT', `${url}/directory/import?type=${type}`, { body, type: 'text/csv' });
    },
  };
}

/** With the table and its indexes as compact as they were: what the last import left does not count. */
const FORGET_MEMBERSHIPS = `
  delete from directory_group_member where group_id in (
    select md5('group imported' || n)::uuid from generate_series(1, ${GROUPS}) n);
  vacuum full directory_group_member;
  vacuum analyze directory_group_member;`;
const KNOW_USERS = ({ imported: number }) => `
  insert into directory_object (id, type)
    select md5('imported' || n)::uuid, 'user' from generate_series(1, ${number}) n
    on conflict do nothing;
  insert into directory_user (id, version, display_name, user_principal_name, user_type,
      account_enabled, created_date_time)
    select md5('imported' || n)::uuid, 0, 'Imported ' || n, 'imported' || n || '@example.com',
      'Member', true, now()
    from generate_series(1, ${number}) n
    on conflict do nothing;
  vacuum analyze directory_object;
  vacuum analyze directory_user;`;
const FORGET_USERS = `
  set session_replication_role = replica;
  create temporary table gone as select id from directory_user where display_name like 'Imported %';
  delete from directory_user where id in (select id from gone);
  delete from directory_object where id in (select id from gone);
  vacuum analyze directory_object;
  vacuum analyze directory_user;`;

/**
 * A workload has a title, how many rows it is about, its script and what that needs, SQL that puts
 * back what the last run changed, and the call. Where there is one, `done` waits for its effect.
 */
export const BULK = [
  {
    name: 'batch',
    title: (sizes) => `batchRecordDecisions on ${many(sizes.batch)} items`,
    rows: (sizes) => sizes.batch,
    script: 'batch.sql',
    variables: () => ({}),
    reset: () => `${TIDY_ITEMS};`,
    async send({ url }) {
      const body = { decision: 'Approve', justification: 'works here' };
      await call('POST', `${url}${instance('batch')}/batchRecordDecisions`, {
        body, token: boss, status: 204,
      });
    },
  },
  start('few', false),
  start('many', true),
  imported('users', (sizes) => sizes.imported, () => FORGET_MEMBERSHIPS + FORGET_USERS),
  imported(
    'memberships',
    (sizes) => sizes.imported * GROUPS,
    (sizes) => FORGET_MEMBERSHIPS + KNOW_USERS(sizes)),
];

/** The file as it is sent, and its lines as the service copies them into the database. */
function files(sizes, work, type) {
  const name = join(work, `${type}-${sizes.imported}`);
  const paths = { csv: `${name}.csv`, lines: `${name}.lines` };
  if (!existsSync(paths.lines)) {
    const rows = type === 'users' ? users(sizes.imported) : memberships(sizes.imported);
    const { head, csv, line } = FORMS[type];
    writeFileSync(paths.csv, `${head}\n${rows.map(csv).join('\n')}\n`);
    writeFileSync(paths.lines, `${rows.map((row, i) => line(row, i + 2)).join('\n')}\n`);
  }
  return paths;
}

const NOTHING = '\\N';
const FORMS = {
  users: {
    head: 'id,displayName,userPrincipalName,userType',
    csv: ([user, name, upn]) => `${user},${name},${upn},Member`,
    line: ([user, name, upn], number) =>
      [number, user, name, upn, NOTHING, 'Member', NOTHING, NOTHING, NOTHING, NOTHING].join('\t'),
  },
  memberships: {
    head: 'groupId,memberId',
    csv: (row) => row.join(','),
    line: (row, number) => [number, ...row].join('\t'),
  },
};

const numbered = (number) => Array.from({ length: number }, (_, i) => i + 1);
const users = (number) =>
  numbered(number).map((i) => [id(`imported${i}`), `Imported ${i}`, `imported${i}@example.com`]);

function memberships(number) {
  const groups = numbered(GROUPS).map((i) => id(`group imported${i}`));
  return numbered(number)
    .map((i) => id(`imported${i}`))
    .flatMap((user) => groups.map((group) => [group, user]));
}
