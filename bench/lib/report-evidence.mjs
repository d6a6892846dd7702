// The section of docs/benchmark.md about history and evidence.
import { short, shown, spread, table } from './figures.mjs';

const MEGA = 2 ** 20;

const isEvidence = ({ model }) => model === 'evidence';
const isAnswer = ({ workload }) => workload === 'evidence-answer';
const overWithout = ({ results: { us, without } }) =>
  spread(without, 'rate').median / spread(us, 'rate').median;

export function evidenceSection(cells) {
  const evidence = cells.filter(isEvidence);
  if (evidence.length === 0) {
    return [];
  }
  return [
    '## History and evidence',
    ...evidence.filter(isAnswer).flatMap(answers),
    'Seconds; less is better. In use: the most that was in use when a garbage collection began. Live: the most that full collections left, one each second, in a run '
      + 'of its own. Both in MB.',
    table(
      ['', 'seconds', 'rows a second', 'MB', 'heap in use', 'live heap', 'besides'],
      evidence.filter((cell) => !isAnswer(cell)).map(bulk)),
  ];
}

function answers({ results: { us, without } }) {
  const row = (name, rounds) => [
    name, shown(spread(rounds, 'rate')),
    ...['p50', 'p90', 'p99'].map((figure) => short(spread(rounds, figure).median)),
  ];
  return [
    'A decision PATCH over HTTP, different ids, 8 connections: the service, and the same build without the entry, in turns. Requests a second, and milliseconds.',
    table(
      ['', 'requests a second', 'p50', 'p90', 'p99'],
      [row('with the log', us), row('without', without)]),
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

/** What an answer takes because of the log. */
export function evidenceAim(cells) {
  const cell = cells.find((one) => isEvidence(one) && isAnswer(one));
  return ['a decision PATCH, time with the log over time without', '≤ 1.1', (is) => is <= 1.1,
    cell && overWithout(cell)];
}
