// Medians, spreads and ratios, as they are printed.
export function median(all) {
  const sorted = [...all].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Three digits that say something. */
export function short(number) {
  if (number === undefined || Number.isNaN(number)) {
    return '';
  }
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(Math.abs(number), 0.01))));
  return number.toLocaleString('en', {
    minimumFractionDigits: Math.min(digits, 3),
    maximumFractionDigits: Math.min(digits, 3),
  });
}

/** Of the rounds of one party: the median of a figure, and its least and greatest. */
export function spread(rounds, figure) {
  const all = rounds.map((round) => round[figure]);
  return { median: median(all), least: Math.min(...all), greatest: Math.max(...all) };
}

export const shown = ({ median: middle, least, greatest }) =>
  `**${short(middle)}** (${short(least)}–${short(greatest)})`;

/** The same figure of two parties, the median of one over that of the other. */
export const ratio = (one, other) => short(one.median / other.median);

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
