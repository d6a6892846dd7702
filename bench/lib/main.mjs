// Measures what was asked for, and writes the report: bench/README.md has the options.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BULK } from './bulk.mjs';
import { EVIDENCE, measureEvidence } from './evidence.mjs';
import { machine } from './machine.mjs';
import { measureBulk, measureRequests } from './measure.mjs';
import { startParties } from './parties.mjs';
import { plans } from './plans.mjs';
import { startPostgres } from './postgres.mjs';
import { stopAll } from './processes.mjs';
import { report } from './report.mjs';
import { isAllEvidence, withEvidence } from './report-evidence.mjs';
import { WORKLOADS } from './requests.mjs';
import { FULL, QUICK, rowsFor } from './rows.mjs';
import { trainedCache } from './service.mjs';

const bench = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const root = dirname(bench);
const work = join(bench, '.work');

const { values: options, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    report: { type: 'boolean', default: false },
    plans: { type: 'boolean', default: false },
    before: { type: 'string' },
    openapi: { type: 'string', default: join(root, '../shared/graph/openapi/v1.0.yaml') },
  },
});

const setup = {
  bench,
  root,
  work,
  openapi: resolve(options.openapi),
  application: join(root, 'target/quarkus-app'),
  before: options.before && {
    root: resolve(options.before),
    application: join(resolve(options.before), 'target/quarkus-app'),
  },
  sizes: options.quick ? QUICK : FULL,
  rounds: Number(options.rounds ?? (options.quick ? 2 : 5)),
  seconds: Number(options.seconds ?? (options.quick ? 3 : 10)),
  mostSlices: options.quick ? 2 : 30,
};

/** An older version is asked what it may know: evidence is measured by itself. */
const known = [...WORKLOADS, ...BULK, ...(options.before ? [] : EVIDENCE)];
const chosen = asked.length === 0
  ? known
  : known.filter(({ name }) => asked.some((one) => name === one || name.startsWith(`${one}-`)));
if (asked.length > 0 && chosen.length === 0) {
  console.error(`bench: the workloads are ${known.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const isEvidence = (workload) => EVIDENCE.includes(workload);
const compared = chosen.filter((workload) => !isEvidence(workload));

/** What was measured so far; of a workload that is measured again, the new figures count. */
const file = join(
  work, options.before ? 'before.json' : options.quick ? 'quick.json' : 'results.json');
const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { cells: [] };

function keep(cells) {
  const same = (a, b) =>
    a.workload === b.workload && a.model === b.model && a.connections === b.connections;
  results.cells = results.cells.filter((old) => !cells.some((cell) => same(old, cell)));
  results.cells.push(...cells.map((cell) => ({ ...cell, at: new Date().toISOString() })));
  writeFileSync(file, JSON.stringify(results, null, 1));
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await stopAll();
    process.exit(1);
  });
}

const pages = options.quick || options.before ? work : join(root, 'docs');

function write(name, text) {
  writeFileSync(join(pages, name), text);
  console.log(`bench: wrote ${join(pages, name)}`);
}

/** Evidence comes first: its services stop before those who are compared start. */
async function measure(rows) {
  for (const workload of chosen.filter(isEvidence)) {
    keep([await measureEvidence(workload, rows, setup)]);
  }
  if (compared.length > 0) {
    await compare(compared, await startParties(setup, rows));
  }
}

async function compare(workloads, parties) {
  for (const workload of workloads) {
    keep(
      workload.requests
        ? await measureRequests(workload, parties, setup)
        : [await measureBulk(workload, parties, setup)]);
  }
}

if (!options.report) {
  chosen.forEach(({ check }) => check?.(setup));
  try {
    setup.postgres = await startPostgres(bench, work);
    setup.cache = await trainedCache(setup);
    const rows = await rowsFor(setup.sizes, setup);
    Object.assign(results, await machine(setup), { sizes: setup.sizes });
    if (setup.before) {
      const { versions } = await machine({ ...setup, root: setup.before.root });
      results.before = versions['Access Reviews'];
      results.versions['The version before'] = results.before;
    }
    if (!options.plans) {
      await measure(rows);
    }
    if (options.plans || asked.length === 0) {
      write('benchmark-plans.md', await plans(compared, rows, setup));
    }
  } finally {
    await stopAll();
  }
}
const order = (cell) => known.findIndex(({ name }) => name === cell.workload);
results.cells.sort((a, b) => order(a) - order(b) || a.connections - b.connections);
if (results.cells.length > 0) {
  const findings = options.before ? '' : readFileSync(join(bench, 'findings.md'), 'utf8');
  write('benchmark.md', isAllEvidence(results)
    ? withEvidence(readFileSync(join(root, 'docs/benchmark.md'), 'utf8'), results, findings)
    : report(results, findings));
}
