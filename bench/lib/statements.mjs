// What a request sends to the database, and what its script in sql/limit sends, counted by
// PostgreSQL: both should be the same. On a database and a service of their own, which does nothing
// by the clock.
import { limitScript } from './limit.mjs';
import { run, sleep } from './processes.mjs';
import { call, startService } from './service.mjs';

const REQUESTS = 20;
const DATABASE = 'bench_plans';

export async function startCounted(setup, rows) {
  const { postgres } = setup;
  await postgres.copy(rows, DATABASE);
  await postgres.psql('postgres', { sql: 'create extension if not exists pg_stat_statements' });
  const service = await startService({
    ...setup, database: DATABASE, env: { QUARKUS_SCHEDULER_ENABLED: 'false' },
  });
  return { ...service, database: DATABASE };
}

/**
 * What `work` sends, by the first word of each statement, as often as it is sent in `times`. Begin,
 * commit and settings are left out: PostgreSQL does not count them each time where they are prepared.
 */
async function counted(postgres, times, work) {
  const track = async (what) => {
    await postgres.psql('postgres', { sql: `alter system set pg_stat_statements.track = ${what}` });
    await postgres.psql('postgres', { sql: 'select pg_reload_conf()' });
    await sleep(500);
  };
  await postgres.psql('postgres', { sql: 'select pg_stat_statements_reset()' });
  await track('top');
  await work();
  await track('none');
  const found = await postgres.psql('postgres', {
    sql: `select lower(substring(query from '^\\s*(\\w+)')), sum(calls)
      from pg_stat_statements s join pg_database d on d.oid = s.dbid
      where d.datname = '${DATABASE}'
        and query !~* '^(begin|commit|set)|pg_catalog\.'
      group by 1 order by 1`,
  });
  return found.trim().split('\n').filter(Boolean)
    .map((line) => line.split('|'))
    .map(([word, calls]) => [word, Number(calls) / times]);
}

/** Of a workload of many requests: of the service, and of pgbench. */
export async function compareRequests(workload, service, setup) {
  const { postgres, sizes } = setup;
  const requests = (await workload.requests(sizes, service))();
  const some = Array.from({ length: REQUESTS }, (_, i) => requests[i % requests.length]);
  const ours = await counted(postgres, REQUESTS, async () => {
    for (const { method, path, body } of some) {
      await call(method, service.url + path, {
        body, token: workload.token, status: workload.status ?? 200,
      });
    }
  });
  const variables = {
    ...sizes, clients: 1, ...(await workload.variables?.(sizes, { postgres, database: DATABASE })),
  };
  const script = limitScript(`${workload.name}.sql`, setup);
  const limits = await counted(postgres, REQUESTS, () =>
    run('pgbench', [
      ...postgres.connection, '-n', '-M', 'prepared', '-c', '1', '-t', String(REQUESTS), '-f', script,
      ...Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]), DATABASE,
    ]));
  return { workload, ours, limits };
}

/** Of a workload of one call: of the service, and of psql. */
export async function compareBulk(workload, service, setup) {
  const { postgres, sizes } = setup;
  workload.prepare?.(sizes, setup);
  await postgres.psql(DATABASE, { sql: workload.reset(sizes) });
  const ours = await counted(postgres, 1, async () => {
    await workload.send(service, sizes, setup);
  });
  await postgres.psql(DATABASE, { sql: workload.reset(sizes) });
  const limits = await counted(postgres, 1, () =>
    postgres.psql(DATABASE, {
      file: limitScript(workload.script, setup), variables: workload.variables(sizes, setup),
    }));
  await postgres.psql(DATABASE, { sql: workload.reset(sizes) });
  return { workload, ours, limits };
}
