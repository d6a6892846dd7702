// Rounds: in each of them every party is measured once, in turns.
import { join } from 'node:path';
import { byHttp, bySql, writeRequests } from './closed.mjs';
import { median } from './figures.mjs';
import { limitScript } from './limit.mjs';
import { atRate } from './open.mjs';
import { call } from './service.mjs';

/** What counts as faster while everybody warms up. */
const FASTER = 1.05;

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

/** What makes the requests of each party; the first of them was answered as it should be. */
async function prepare(workload, asked, { sizes, work }) {
  const prepared = {};
  for (const party of asked.filter(({ url }) => url)) {
    const make = await workload.requests(sizes, party);
    const requests = () =>
      make().map((one) => ({ ...one, path: party.pathOf?.(one.path) ?? one.path }));
    const [{ method, path, body }] = requests();
    const status = workload.status ?? 200;
    await call(method, party.url + path, { body, token: workload.token, status });
    prepared[party.name] = { requests, status, file: join(work, `requests-${party.name}.txt`) };
  }
  return prepared;
}

/**
 * Until it becomes no faster any more, several times: a JVM on two cores that others use, too, needs
 * two or three minutes for that, Node some seconds, and PostgreSQL its plans.
 */
const WARM = {
  sql: { seconds: 3, times: 1 },
  node: { seconds: 5, times: 1 },
  jvm: { seconds: 8, times: 5 },
};

async function warmUp(send, { name, url, isJvm }, { mostSlices }) {
  const { seconds, times } = isJvm ? WARM.jvm : url ? WARM.node : WARM.sql;
  let best = 0;
  for (let slice = 0, idle = 0; slice < mostSlices && idle < times; slice++) {
    const { rate } = await send(seconds);
    console.log(`  warms up: ${name} ${rate.toFixed()}`);
    idle = rate > best * FASTER ? 0 : idle + 1;
    best = Math.max(best, rate);
  }
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
  const send = (party, connections, seconds) => {
    if (!party.url) {
      const script = limitScript(`${workload.name}.sql`, setup);
      const { database } = party;
      return bySql({ postgres, work, database, script, variables, connections, seconds });
    }
    const { file, requests } = prepared[party.name];
    writeRequests(file, requests());
    return byHttp({ url: party.url, bench, file, token: workload.token, connections, seconds });
  };
  const cells = [];
  // With many connections everybody warms up best, so the most come first.
  for (const connections of workload.connections.toSorted((a, b) => b - a)) {
    console.log(`${workload.name}, ${connections} connections`);
    for (const party of asked) {
      await warmUp((seconds) => send(party, connections, seconds), party, setup);
    }
    cells.push({
      workload: workload.name,
      model: 'closed',
      title: titleOf(workload, sizes),
      connections,
      results: await rounds(setup.rounds, asked, async (party) => {
        for (const one of asked) {
          await one.settled?.();
        }
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
        url: party.url, requests: requests(), token: workload.token, status, rate: target,
        seconds: setup.seconds * 2,
      });
    }),
  };
}

/** What the last measurement has left in memory, or to be done, is done before the next one begins. */
async function settle({ database }, postgres) {
  if (database) {
    await postgres.psql(database, { sql: 'checkpoint' });
  }
}

/** A workload of one call about many rows; what is long needs no warm-up. */
export async function measureBulk(workload, parties, setup) {
  const { sizes, postgres } = setup;
  const { limit, peer, us } = parties;
  workload.prepare?.(sizes, setup);
  const measure = async (party) => {
    await postgres.psql(party.database, { sql: workload.reset(sizes) });
    await settle(party, postgres);
    const begun = performance.now();
    if (party.url) {
      const made = await workload.send(party, sizes, setup);
      await workload.done?.({ postgres, database: party.database }, made);
    } else {
      await postgres.psql(party.database, {
        file: limitScript(workload.script, setup),
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
