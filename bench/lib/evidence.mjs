// Workloads of history and evidence. Each has a database of its own, and returns a cell of results.
import { generateKeyPairSync } from 'node:crypto';
import { createReadStream, existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloaded, lastHeap, liveHeap, peakHeap } from './heap.mjs';
import { measureRequests } from './measure.mjs';
import { id, members, newSeries, series } from './names.mjs';
import { run, sleep } from './processes.mjs';
import { WORKLOADS } from './requests.mjs';
import { call, startService } from './service.mjs';
import { userToken } from './tokens.mjs';
import { statementWithoutLog, withoutLog } from './without.mjs';

const many = (number) => number.toLocaleString('en');
const boss = userToken(id('boss'));
const HISTORY = series.replace('definitions', 'historyDefinitions');
const POLL = 50;

const WAITING = 'select count(*) from evidence_unsequenced';
const DECISIONS = "select count(*) from evidence_entry where type = 'decision'";
const TREE = 'select coalesce(max(size), 0) from evidence_checkpoint';

/** More entries of the form and length of an answer; they wait until the lock is released. */
const ENTRIES = (number) => `
  select pg_advisory_lock(hashtext('access_reviews.evidence'));
  insert into evidence_entry (type, at, definition_id, instance_id, item_id, entry)
  select 'decision', now(), md5('batch')::uuid, md5('batch')::uuid, md5('batch' || n)::uuid,
    cast(row_to_json(e) as text)
  from generate_series(1, ${number}) n cross join lateral (
    select 'decision' as type, evidence_instant(now()) as at,
      json_build_object('id', md5('boss')::uuid, 'displayName', 'Boss', 'userPrincipalName',
        'boss@example.com') as actor,
      md5('batch')::uuid as "definitionId", md5('batch')::uuid as "instanceId",
      null as "stageId", md5('batch' || n)::uuid as "itemId", md5('user' || n)::uuid as "principalId",
      md5('group nobody')::uuid as "resourceId", 'NotReviewed' as before, 'Approve' as decision,
      'works here' as justification, 'Approve' as recommendation, 'primary' as "actingAs",
      'single' as call, 1 as "callSize") e`;

/** Starts the service on a new copy of the rows, with a key of the log. */
async function started(name, rows, setup) {
  const { postgres, work } = setup;
  const database = `bench_${name}`;
  await postgres.copy(rows, database);
  const key = join(work, 'evidence-key.pem');
  if (!existsSync(key)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  }
  const gc = join(work, `${name}-gc.log`);
  const env = { ACCESS_REVIEWS_EVIDENCE_KEY_FILE: key, ACCESS_REVIEWS_EVIDENCE_ORIGIN: 'bench' };
  const flags = [`-Xlog:gc:file=${gc}`];
  const service = await startService({ ...setup, database, env, flags });
  return { ...service, name, database, gc, isJvm: true };
}

/** Each measurement begins when nothing is left of the one before. */
async function sequenced({ database }, { postgres }) {
  while ((await postgres.value(database, WAITING)) !== '0') {
    await sleep(POLL);
  }
  await postgres.psql(database, { sql: 'checkpoint' });
}

async function repeated(number, measure) {
  const rounds = [];
  for (let round = 0; round < number; round++) {
    rounds.push({ ...(await measure(round)), errors: 0 });
    console.log(`  round ${round + 1} ${JSON.stringify(rounds.at(-1))}`);
  }
  return rounds;
}

const seconds = (begun) => (performance.now() - begun) / 1000;

/** An answer over HTTP, in turns with a build whose statement writes no entry. */
async function answers({ name }, rows, setup) {
  const us = await started('us', rows, setup);
  const without = await started('without', rows, { ...setup, ...(await withoutLog(setup)) });
  const [cell] = await measureRequests(
    { ...WORKLOADS.find((one) => one.name === 'decide'), name, connections: [8], open: undefined },
    { us: { ...us, settled: () => sequenced(us, setup) }, without },
    setup);
  await us.stop();
  await without.stop();
  const { postgres } = setup;
  if ((await postgres.value(without.database, DECISIONS)) !== '0'
      || (await postgres.value(us.database, DECISIONS)) === '0') {
    throw new Error('the log is where none should be, or is not where one should be');
  }
  return cell;
}

/** Entries that wait all at once, until the checkpoint has them. The log grows from round to round. */
async function sequence(_, rows, setup) {
  const { postgres, sizes } = setup;
  const us = await started('us', rows, setup);
  let size = Number(await postgres.value(us.database, TREE));
  const us_ = await repeated(Math.min(setup.rounds, 3), async () => {
    await sequenced(us, setup);
    const begun = performance.now();
    await postgres.psql(us.database, { sql: ENTRIES(sizes.million) });
    const written = seconds(begun);
    size += sizes.million;
    const free = performance.now();
    while (Number(await postgres.value(us.database, TREE)) < size) {
      await sleep(POLL);
    }
    return { seconds: seconds(free), written };
  });
  await us.stop();
  return { title: `${many(sizes.million)} entries get their places`, rows: sizes.million, results: { us: us_ } };
}

/** The package of a review that began in the log, with an answer for each item; the verifier's, too. */
async function packages(_, rows, setup) {
  const { postgres, sizes, work, root } = setup;
  const us = await started('us', rows, setup);
  const made = JSON.parse(
    await call('POST', us.url + series, { body: newSeries(members('few')), status: 201 }));
  const path = `${series}/${made.id}/instances`;
  const instance = async () => JSON.parse(await call('GET', us.url + path)).value[0];
  while ((await instance())?.status !== 'InProgress') {
    await sleep(POLL);
  }
  const own = `${path}/${(await instance()).id}`;
  const body = { decision: 'Approve', justification: 'works here' };
  await call('POST', `${us.url}${own}/batchRecordDecisions`, { body, token: boss, status: 204 });
  const file = join(work, 'evidence.zip');
  const get = async () => {
    await sequenced(us, setup);
    const from = lastHeap(us.gc);
    const begun = performance.now();
    await downloaded(`${us.url}${own}/evidence`, file);
    return { seconds: seconds(begun), heap: peakHeap(us.gc, from), bytes: statSync(file).size };
  };
  await get(); // warms up
  const results = { us: await repeated(setup.rounds, get) };
  const live = await liveHeap(us, get);
  const key = (await call('GET', `${us.url}/evidence/key`)).trim();
  const verifier = join(root, 'src/main/resources/evidence/Verify.java');
  const begun = performance.now();
  const said = await run(join(process.env.JAVA_HOME, 'bin/java'), [verifier, file, '--key', key]);
  if (!said.includes('OK: all checks passed')) {
    throw new Error(said);
  }
  await us.stop();
  return {
    title: `A package of ${many(sizes.few)} items, each with an answer`, rows: sizes.few, results, live,
    verified: seconds(begun),
  };
}

/** A history report of one review, from the request until it is done; and then its file. */
async function history(_, rows, setup) {
  const { postgres, sizes, work } = setup;
  const us = await started('us', rows, setup);
  await postgres.psql(us.database, {
    sql: `update access_review_schedule_definition set scope_query = '/groups/reported/members'
          where id = md5('million')::uuid;
          update access_review_instance set scope_query = '/groups/reported/members'
          where id = md5('million')::uuid;`,
  });
  const body = {
    displayName: 'Reported',
    decisions: [],
    reviewHistoryPeriodStartDateTime: '2020-01-01T00:00:00Z',
    reviewHistoryPeriodEndDateTime: '2100-01-01T00:00:00Z',
    scopes: [{
      '@odata.type': '#microsoft.graph.accessReviewQueryScope', queryType: 'MicrosoftGraph',
      query: "/identityGovernance/accessReviews/definitions?$filter=contains(scope/query, '/groups/reported')",
    }],
  };
  const file = join(work, 'history.csv');
  const make = async () => {
    await sequenced(us, setup);
    const from = lastHeap(us.gc);
    const begun = performance.now();
    const made = JSON.parse(await call('POST', us.url + HISTORY, { body, status: 201 }));
    let status;
    while ((status = JSON.parse(await call('GET', `${us.url}${HISTORY}/${made.id}`)).status) !== 'done') {
      if (status === 'error') {
        throw new Error('the report could not be made');
      }
      await sleep(POLL);
    }
    const took = seconds(begun);
    const link = JSON.parse(await call(
      'POST', `${us.url}${HISTORY}/${made.id}/instances/${made.id}/generateDownloadUri`)).downloadUri;
    const read = performance.now();
    await downloaded(new URL(new URL(link).pathname + new URL(link).search, us.url).href, file);
    return {
      seconds: took, download: seconds(read), heap: peakHeap(us.gc, from), bytes: statSync(file).size,
    };
  };
  const results = { us: await repeated(Math.min(setup.rounds, 3), make) };
  const live = await liveHeap(us, make);
  await us.stop();
  const lines = await linesOf(file);
  if (lines !== sizes.million + 1) {
    throw new Error(`the report has ${lines} lines`);
  }
  return { title: `A history report of ${many(sizes.million)} rows`, rows: sizes.million, results, live };
}

async function linesOf(file) {
  let lines = 0;
  for await (const chunk of createReadStream(file)) {
    for (const byte of chunk) {
      lines += byte === 10 ? 1 : 0;
    }
  }
  return lines;
}

/** Each may have a check, which is made before anything is measured. */
export const EVIDENCE = [
  { name: 'evidence-answer', measure: answers, check: statementWithoutLog },
  { name: 'evidence-sequence', measure: sequence },
  { name: 'evidence-package', measure: packages },
  { name: 'evidence-history', measure: history },
];

/** One of them; its figures are under a model of their own. */
export async function measureEvidence(workload, rows, setup) {
  console.log(workload.name);
  const cell = await workload.measure(workload, rows, setup);
  return { ...cell, workload: workload.name, model: 'evidence' };
}
