// docs/benchmark.md, of the results of one or several runs.
import { evidenceSection } from './report-evidence.mjs';
import { ratio, short, shown, spread, table } from './figures.mjs';

const NAMES = { limit: 'PostgreSQL alone', peer: 'the peer', us: 'Access Reviews', mock: 'Prism' };
const LATENCIES = { p50: 'p50', p90: 'p90', p99: 'p99', p999: 'p99.9' };

const BEFORE = `# Before and after

How fast this version is beside an older one, which takes the place of the peer, and beside PostgreSQL with this version's SQL alone.`;

const INTRODUCTION = `# Benchmark

How fast the service is, beside PostgreSQL with the same SQL alone (the limit), beside a peer that does the same with Fastify and
node-postgres, and, for reads, beside a static mock of the OpenAPI document. All parties share one machine with the load
generator. \`bench/run.sh\` repeats all measurements and writes this page; [bench/README.md](../bench/README.md) says what is
measured and how, [benchmark-plans.md](benchmark-plans.md) has the plans of the queries, and what a request sends.`;

/**
 * `findings` is what a person wrote about the figures: nothing else in the page is. With `before`,
 * an older version took the place of the peer.
 */
export function report({ machine, versions, cells, sizes, before }, findings) {
  const page = pageOf({ machine, versions, cells, sizes }, before ? BEFORE : INTRODUCTION, findings);
  return before ? page.replaceAll('the peer', 'the version before') : page;
}

function pageOf({ machine, versions, cells, sizes }, introduction, findings) {
  const errors = cells.flatMap(({ results }) =>
    Object.values(results).flat().map((round) => round.errors));
  const total = errors.reduce((sum, one) => sum + one, 0);
  return [
    introduction,
    onWhat(machine, versions, cells),
    `**Errors** in all rounds of all parties: ${total}.`,
    '## Aims',
    aims(cells),
    findings.trim(),
    '## Requests a second',
    'Medians of the rounds, with the least and the greatest round in brackets. More is better. "of the limit" is the rate divided by that of the limit.',
    rates(cells.filter(({ model }) => model === 'closed')),
    '## Latency',
    'In milliseconds, medians of the rounds. Closed model: each connection sends its next request after the answer to the last one.',
    latencies(cells.filter(({ model }) => model === 'closed')),
    ...openModel(cells.filter(({ model }) => model === 'open')),
    '## Many rows at once',
    'Seconds; less is better. The ratios are times divided by times.',
    bulk(cells.filter(({ model }) => model === 'bulk')),
    ...evidenceSection({ cells, versions }),
    '## The rows',
    rowsOf(sizes),
  ].join('\n\n') + '\n';
}

function onWhat(machine, versions, cells) {
  const days = cells.map(({ at }) => at.slice(0, 10)).sort();
  const rounds = [...new Set(cells.map(({ results }) => results.us.length))].sort();
  return table(
    ['', ''],
    [
      ...Object.entries(machine),
      ...Object.entries(versions),
      ['measured', [...new Set([days[0], days.at(-1)])].join(' to ')],
      ['rounds', rounds.join(', ')],
    ]);
}

const named = ({ title, connections }) =>
  connections ? `${title}, ${connections} connection${connections > 1 ? 's' : ''}` : title;
const has = (cells, party) => cells.some(({ results }) => results[party]);

function rates(cells) {
  const withMock = has(cells, 'mock');
  return table(
    ['', ...['limit', 'peer', 'us', ...(withMock ? ['mock'] : [])].map((party) => NAMES[party]),
      'of the limit', 'of the peer', ...(withMock ? ['of Prism'] : []), 'errors'],
    cells.map((cell) => {
      const { limit, peer, us, mock } = each(cell, 'rate');
      return [
        named(cell), shown(limit), shown(peer), shown(us),
        ...(withMock ? [mock ? shown(mock) : ''] : []),
        ratio(us, limit), ratio(us, peer), ...(withMock ? [mock ? ratio(us, mock) : ''] : []),
        errorsOf(cell),
      ];
    }));
}

const each = ({ results }, figure) =>
  Object.fromEntries(
    Object.entries(results).map(([party, rounds]) => [party, spread(rounds, figure)]));

const errorsOf = ({ results }) =>
  Object.values(results).flat().reduce((sum, { errors }) => sum + errors, 0);

function latencies(cells) {
  return table(
    ['', 'of', ...Object.values(LATENCIES)],
    cells.flatMap((cell) =>
      Object.entries(cell.results).map(([party, rounds], row) => [
        row === 0 ? named(cell) : '',
        NAMES[party],
        ...Object.keys(LATENCIES).map((figure) => short(spread(rounds, figure).median)),
      ])));
}

function openModel(cells) {
  if (cells.length === 0) {
    return [];
  }
  return [
    '## Latency at a constant rate',
    'Open model: requests are due by the clock, even if earlier ones have no answer yet, and latency counts from the due instant. The rate is half of '
      + 'that of the slower party in the closed model. Milliseconds, medians of the rounds.',
    table(
      ['', 'requests a second', 'of', ...Object.values(LATENCIES), 'greatest', 'errors'],
      cells.flatMap(({ title, results, target }) =>
        Object.entries(results).map(([party, rounds], row) => [
          row === 0 ? title : '',
          row === 0 ? short(target) : '',
          NAMES[party],
          ...[...Object.keys(LATENCIES), 'max'].map((figure) => short(spread(rounds, figure).median)),
          rounds.reduce((sum, { errors }) => sum + errors, 0),
        ]))),
  ];
}

function bulk(cells) {
  return table(
    ['', NAMES.limit, NAMES.peer, NAMES.us, 'rows a second', 'over the limit', 'over the peer'],
    cells.map((cell) => {
      const { limit, peer, us } = each(cell, 'seconds');
      return [
        cell.title, shown(limit), shown(peer), shown(us), short(cell.rows / us.median),
        ratio(us, limit), ratio(us, peer),
      ];
    }));
}

function rowsOf(sizes) {
  return `${sizes.instances.toLocaleString('en')} instances that are updated and read; one with ${sizes.decided.toLocaleString('en')} items `
    + `that are decided one by one, one with ${sizes.batch.toLocaleString('en')} for all at once, one with ${sizes.listed.toLocaleString('en')} `
    + `that are listed, one with ${sizes.million.toLocaleString('en')}; ${(sizes.many + sizes.reviewers).toLocaleString('en')} users, and groups of `
    + `${sizes.few.toLocaleString('en')} and ${sizes.many.toLocaleString('en')} of them. Each party has a database of its own with these rows.`;
}

/** What the figures should be, as ratios of one run. */
function aims(cells) {
  const of = (workload, connections, figure, model = 'closed') => {
    const cell = cells.find((one) =>
      one.workload === workload && one.model === model && one.connections === connections);
    return cell && each(cell, figure);
  };
  const rows = [];
  const aim = (text, wanted, least, value) => {
    if (value !== undefined && !Number.isNaN(value)) {
      rows.push([text, wanted, short(value), least(value) ? 'met' : 'missed']);
    }
  };
  const update = of('update', 32, 'rate');
  aim('instance update at 32 connections, of pgbench', '≥ 0.5', (is) => is >= 0.5,
    update && update.us.median / update.limit.median);
  const get = of('get', 32, 'rate');
  aim('get at 32 connections, of the static mock', '≥ 3', (is) => is >= 3,
    get?.mock && get.us.median / get.mock.median);
  for (const cell of cells) {
    if (cell.model === 'open' || cell.model === 'evidence') {
      continue;
    }
    const speed = each(cell, cell.model === 'bulk' ? 'seconds' : 'rate');
    const value = cell.model === 'bulk'
      ? speed.peer.median / speed.us.median
      : speed.us.median / speed.peer.median;
    aim(`${named(cell)}: as fast as the peer`, '≥ 1', (is) => is >= 1, value);
    if (cell.model === 'bulk') {
      aim(`${cell.title}: time over plain SQL`, '≤ 1.3', (is) => is <= 1.3,
        speed.us.median / speed.limit.median);
    }
  }
  const first = of('list-first', 8, 'p50');
  const later = of('list-later', 8, 'p50');
  aim('the later list page, p50 over that of the first', '≤ 1.2', (is) => is <= 1.2,
    first && later && later.us.median / first.us.median);
  const p99 = of('update', 32, 'p99');
  const p50 = of('update', 32, 'p50');
  aim('instance update at 32 connections, p99 over p50', '< 10', (is) => is < 10,
    p99 && p99.us.median / p50.us.median);
  return table(['', 'aim', 'is', ''], rows);
}
