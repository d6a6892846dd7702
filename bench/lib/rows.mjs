// The database that each party gets a copy of.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { members, newSeries, seedScope, series } from './names.mjs';
import { sleep } from './processes.mjs';
import { call, startService } from './service.mjs';

/** How many rows there are of what. */
export const FULL = {
  kind: 'full',
  reviewers: 1_000, instances: 10_000, decided: 100_000, batch: 100_000, listed: 200_000,
  million: 1_000_000, few: 100_000, many: 1_000_000, imported: 100_000, page: 1_000,
};
export const QUICK = {
  kind: 'quick',
  reviewers: 1_000, instances: 1_000, decided: 10_000, batch: 10_000, listed: 20_000,
  million: 100_000, few: 10_000, many: 100_000, imported: 10_000, page: 100,
};

/** Answers its name; makes it unless it is there from an earlier run, of the same schema. */
export async function rowsFor(sizes, setup) {
  const { postgres, bench, root } = setup;
  const migrations = join(root, 'src/main/resources/db/migration');
  const files = [
    ...readdirSync(migrations).sort().map((name) => join(migrations, name)),
    join(bench, 'sql/people.sql'),
    join(bench, 'sql/rows.sql'),
    join(bench, 'lib/names.mjs'),
  ];
  const hash = createHash('sha256').update(JSON.stringify(sizes));
  files.forEach((file) => hash.update(readFileSync(file)));
  const database = `rows_${sizes.kind}_${hash.digest('hex').slice(0, 12)}`;
  if (!(await postgres.exists(database))) {
    await make(database, sizes, setup);
  }
  return database;
}

/** Makes it beside, and drops those of the same kind that are outdated. */
async function make(database, sizes, setup) {
  const { postgres, bench } = setup;
  const half = `rows_${sizes.kind}_half`;
  const outdated = await postgres.psql('postgres', {
    sql: `select datname from pg_database where datname like 'rows\\_${sizes.kind}\\_%'`,
  });
  for (const old of outdated.split('\n').filter(Boolean)) {
    await postgres.psql('postgres', { sql: `drop database ${old}` });
  }
  await postgres.psql('postgres', { sql: `create database ${half}` });
  const service = await startService({ ...setup, database: half });
  await postgres.psql(half, { file: join(bench, 'sql/people.sql'), variables: sizes });
  const roles = await started(service, seedScope);
  const ofMembers = await started(service, members('nobody'));
  await service.stop();
  await postgres.psql(half, {
    file: join(bench, 'sql/rows.sql'),
    variables: { ...sizes, roles, members: ofMembers },
  });
  await postgres.psql('postgres', { sql: `alter database ${half} rename to ${database}` });
}

/** Makes a series by the service; answers its id when its instance is in progress. */
async function started({ url }, scope) {
  const body = await call('POST', url + series, { body: newSeries(scope), status: 201 });
  const { id } = JSON.parse(body);
  while (!(await call('GET', `${url}${series}/${id}/instances`)).includes('"InProgress"')) {
    await sleep(100);
  }
  return id;
}
