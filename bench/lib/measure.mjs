// Rounds: in each of them every party is measured once, in turns.
import { join } from 'node:path';
import { byHttp, bySql, writeRequests } from './closed.mjs';
import { median } from './figures.mjs';
import { atRate } from './open.mjs';
import { call } from './service.mjs';

/** All rounds of `parties`; answers their results by party. Each round begins with another one. */
async function rounds(number, parties, measure) {
  const results = Object.fromEntries(parties.map(({ name }) => [name, []]));
  for (let round = 0; round < number; round++) {
    for (let turn = 0; turn < parties.length; turn++) {
      const party = parties[(round + turn) % parties.length];
      const result = await measure(party);
      results[party.name].push(result);
      console.log(`  round ${round + 1} ${party.name.padEnd(5)} ${JSON.stringify(result)}`);
    }
  }
  return results;
}

const titleOf = (workload, sizes) =>
  typeof workload.title === 'function' ? workload.title(sizes) : workload.title;

/** What each party is sent, which is in files, too; the first request was answered as it should be. */
async function prepare(workload, asked, { sizes, work }) {
  const prepared = {};
  for (const party of asked.filter(({ url }) => url)) {
    const requests = (await workload.requests(sizes, party)).map((request) => ({
      ...request,
      path: party.pathOf?.(request.path) ?? request.path,
    }));
    const [{ method, path, body }] = requests;
    const status = workload.status ?? 200;
    await call(method, party.url + path, { body, token: workload.token, status });
    const file = join(work, `requests-${party.name}.txt`);
    writeRequests(file, requests);
    prepared[party.name] = { requests, file, status };
  }
  return prepared;
}

/** A workload of many small requests, with each of its numbers of connections. */
export async function measureRequests(workload, parties, setup) {
  const { sizes, work, bench, postgres } = setup;
  const asked = Object.values(parties).filter(({ name }) => name !== 'mock' || workload.mock);
  const prepared = await prepare(workload, asked, setup);
  const variables = {
    ...sizes,
    ...(await workload.variables?.(sizes, { postgres, database: parties.limit.database })),
  };
  const send = (party, connections, seconds) =>
    party.url
      ? byHttp({
          url: party.url, bench, file: prepared[party.name].file, token: workload.token, connections,
          seconds,
        })
      : bySql({
          postgres, work, database: party.database, variables, connections, seconds,
          script: join(bench, 'sql/limit', `${workload.name}.sql`),
        });
  for (const party of asked) {
    await send(party, Math.max(...workload.connections), party.url ? setup.warmUp : 3);
  }
  const cells = [];
  for (const connections of workload.connections) {
    console.log(`${workload.name}, ${connections} connections`);
    cells.push({
      workload: workload.name,
      model: 'closed',
      title: titleOf(workload, sizes),
      connections,
      results: await rounds(setup.rounds, asked, async (party) => {
        await settle(party, postgres);
        return send(party, connections, setup.seconds);
      }),
    });
  }
  const closed = cells.find(({ connections }) => connections === workload.open);
  return closed ? [...cells, await measureOpen(workload, closed, parties, prepared, setup)] : cells;
}

/** The peer and us at half of the rate that the slower one of them had with so many connections. */
async function measureOpen(workload, { title, connections, results }, parties, prepared, setup) {
  const { peer, us } = parties;
  const rateOf = ({ name }) => median(results[name].map(({ rate }) => rate));
  const target = Math.min(rateOf(peer), rateOf(us)) / 2;
  console.log(`${workload.name}, ${target.toFixed()} requests a second`);
  return {
    workload: workload.name,
    model: 'open',
    title,
    connections,
    target,
    results: await rounds(setup.rounds, [peer, us], async (party) => {
      await settle(party, setup.postgres);
      const { requests, status } = prepared[party.name];
      return atRate({
        url: party.url, requests, token: workload.token, status, rate: target,
        seconds: setup.seconds * 2,
      });
    }),
  };
}

/** What the last measurement has left in memory is written before the next one begins. */
async function settle({ database }, postgres) {
  if (database) {
    await postgres.psql(database, { sql: 'checkpoint' });
  }
}

/** A workload of one call about many rows; what is long needs no warm-up. */
export async function measureBulk(workload, parties, setup) {
  const { sizes, postgres, bench } = setup;
  const { limit, peer, us } = parties;
  workload.prepare?.(sizes, setup);
  const measure = async (party) => {
    await postgres.psql(party.database, { sql: workload.reset });
    await settle(party, postgres);
    const begun = performance.now();
    if (party.url) {
      const made = await workload.send(party, sizes, setup);
      await workload.done?.({ postgres, database: party.database }, made);
    } else {
      await postgres.psql(party.database, {
        file: join(bench, 'sql/limit', workload.script),
        variables: workload.variables(sizes, setup),
      });
    }
    return { seconds: (performance.now() - begun) / 1000, errors: 0 };
  };
  console.log(workload.name);
  if (!workload.isLong) {
    await measure(peer);
    await measure(us);
  }
  return {
    workload: workload.name,
    model: 'bulk',
    title: titleOf(workload, sizes),
    rows: workload.rows(sizes),
    results: await rounds(setup.rounds, [limit, peer, us], measure),
  };
}
