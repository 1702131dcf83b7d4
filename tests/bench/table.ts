import type { Measures, Rounds } from './in-turns.ts';
import { median } from './quantile.ts';

/** One line a figure: Tifo, the bare bot, and their ratio with its spread over the rounds. */
export function table(title: string, { tifo, bare }: Rounds): string {
  const lines = Object.keys(tifo[0] ?? {}).map((name) => {
    const [ours, theirs] = [column(tifo, name), column(bare, name)];
    const ratios = ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
    return line(name, short.format(median(ours)), short.format(median(theirs)), spread(ratios));
  });
  return [line(title, 'Tifo', 'bare', 'Tifo / bare'), ...lines].join('\n');
}

const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

const column = (rounds: readonly Measures[], name: string): readonly number[] =>
  rounds.map((measured) => measured[name] ?? Number.NaN);

const line = (name: string, ours: string, theirs: string, ratio: string): string =>
  `${name.padEnd(34)}${ours.padStart(9)}${theirs.padStart(9)}   ${ratio}`;

/** The median, and how far the rounds lie apart, where there are several. */
function spread(ratios: readonly number[]): string {
  const [middle, low, high] = [median(ratios), Math.min(...ratios), Math.max(...ratios)].map((each) => each.toFixed(2));
  return ratios.length > 1 ? `${middle}  (${low}–${high})` : `${middle}`;
}
