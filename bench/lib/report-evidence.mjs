// The section of docs/benchmark.md about history and evidence.
import { short, shown, spread, table } from './figures.mjs';

const MEGA = 2 ** 20;

const isEvidence = ({ model }) => model === 'evidence';
const isAnswer = ({ workload }) => workload === 'evidence-answer';

const TITLE = '## History and evidence';

/** The section, with the version and the day of its own: it may be newer than the rest of the page. */
export function evidenceSection({ cells, versions }) {
  const evidence = cells.filter(isEvidence);
  if (evidence.length === 0) {
    return [];
  }
  const days = [...new Set(evidence.map(({ at }) => at.slice(0, 10)))].sort();
  return [
    TITLE,
    `Measured ${[...new Set([days[0], days.at(-1)])].join(' to ')}, Access Reviews ${versions['Access Reviews']}.`,
    ...evidence.filter(isAnswer).flatMap(answers),
    'Seconds; less is better. In use: the most that was in use when a garbage collection began. Live: the most that full collections left, one each second, in a run '
      + 'of its own. Both in MB.',
    table(
      ['', 'seconds', 'rows a second', 'MB', 'heap in use', 'live heap', 'besides'],
      evidence.filter((cell) => !isAnswer(cell)).map(bulk)),
  ];
}

function answers({ results: { us, without } }) {
  const over = spread(without, 'rate').median / spread(us, 'rate').median;
  const row = (name, rounds) => [
    name, shown(spread(rounds, 'rate')),
    ...['p50', 'p90', 'p99'].map((figure) => short(spread(rounds, figure).median)),
  ];
  return [
    'A decision PATCH over HTTP, different ids, 8 connections: the service, and the same build without the entry, in turns. Requests a second, and milliseconds.',
    table(
      ['', 'requests a second', 'p50', 'p90', 'p99'],
      [row('with the log', us), row('without', without)]),
    `The median time with the log is ${short(over)} times that without (the aim is 1.1): ${over <= 1.1 ? 'met' : 'missed'}.`,
  ];
}

function bulk({ title, rows, results: { us }, live, verified }) {
  const optional = (figure, unit = 1) =>
    us[0][figure] === undefined ? '' : short(spread(us, figure).median / unit);
  const besides = [
    us[0].written && `to write them: ${optional('written')} s`,
    us[0].download && `to download it: ${optional('download')} s`,
    verified && `\`java Verify.java\`: ${short(verified)} s`,
  ];
  return [
    title, shown(spread(us, 'seconds')), short(rows / spread(us, 'seconds').median),
    optional('bytes', MEGA), optional('heap'), live === undefined ? '' : short(live),
    besides.filter(Boolean).join('; '),
  ];
}

/** `page`, with its section made anew of results that are of nothing else; and with the findings. */
export function withEvidence(page, results, findings) {
  const section = evidenceSection(results).join('\n\n');
  const without = page.replace(new RegExp(`${TITLE}\\n[\\s\\S]*?(?=^## )`, 'm'), '');
  return without
    .replace(/^## What the figures say\n[\s\S]*?(?=^## )/m, () => `${findings.trim()}\n\n`)
    .replace(/^## The rows$/m, () => `${section}\n\n## The rows`);
}

export const isAllEvidence = ({ cells }) => cells.every(isEvidence);
