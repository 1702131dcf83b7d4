import type { Match } from '../match/match.ts';
import { foldName } from '../match/name-search.ts';

/** An id goes into keys and buttons that have little room. */
const LONGEST_ID = 60;

export type MatchIdentity = Pick<Match, 'competition' | 'season' | 'home' | 'away'> & {
  /** Of a knock-out, as `readStage` writes it. */
  readonly stage?: string;
};

/**
 * Tifo's own id of a match, `serie-a-2026-27-milan-inter`: the same whichever provider tells of it, and when kick-off
 * moves. A knock-out has its stage in it, because the same two may meet again in one competition. At most 60 characters.
 */
export function matchIdOf({ competition, season, stage, home, away }: MatchIdentity): string {
  const id = [competition.id, season, ...(stage ? [slugOf(stage)] : []), home.id, away.id].join('-');
  if (id.length <= LONGEST_ID) return id;
  const mark = hash(id);
  return `${id.slice(0, LONGEST_ID - mark.length - 1).replace(/-+$/, '')}-${mark}`;
}

/** As Tifo writes a season that begins in a year: `2026-27`, or `2026` where it lies within one year. */
export function seasonOf(firstYear: number, within: 'one-year' | 'two-years'): string {
  if (within === 'one-year') return String(firstYear);
  return `${firstYear}-${String((firstYear + 1) % 100).padStart(2, '0')}`;
}

export interface Stage {
  /** Of a league, or of a group that plays in rounds. */
  readonly round?: number;
  /** Of a knock-out: `quarter-finals`. */
  readonly stage?: string;
}

const KNOCK_OUTS: readonly (readonly [RegExp, string])[] = [
  [/^(3rd|third) place( final| play ?off)?$|^play ?off for third place$/, 'third-place'],
  [/^finals?$/, 'final'],
  [/^semi ?finals?$/, 'semi-finals'],
  [/^quarter ?finals?$/, 'quarter-finals'],
  [/^(round of|last) 16$|^(8th|1 8) finals?$/, 'round-of-16'],
  [/^(round of|last) 32$|^(16th|1 16) finals?$/, 'round-of-32'],
  [/^(round of|last) 64$|^(32nd|1 32) finals?$/, 'round-of-64'],
  [/^(round of|last) 128$|^(64th|1 64) finals?$/, 'round-of-128'],
  [/^(knock ?out )?(round )?play ?offs?( round)?$/, 'play-offs'],
];
const ORDINALS: Readonly<Record<string, string>> = { first: '1st', second: '2nd', third: '3rd', fourth: '4th' };
/** Parts that play in rounds, where nobody meets twice on the same ground. */
const PLAYED_IN_ROUNDS = /^(regular season|regular|league|league (stage|phase)|group( stage| [a-z])?)$/;

/**
 * What a provider means by a round: `Regular Season - 12`, `Group Stage - 2`, `QUARTER_FINALS`, `1/8-finals`. The same
 * stage comes out the same whoever spells it.
 */
export function readStage(text: string): Stage {
  const words = foldName(text);
  const numbered = /^(.*?) (\d{1,2})$/.exec(words);
  if (numbered?.[1] !== undefined && PLAYED_IN_ROUNDS.test(numbered[1])) return withRound(Number(numbered[2]));
  if (/^\d{1,2}$/.test(words)) return withRound(Number(words));
  if (words === '' || PLAYED_IN_ROUNDS.test(words)) return {};
  const known = KNOCK_OUTS.find(([pattern]) => pattern.test(words));
  if (known) return { stage: known[1] };
  const spelled = words.split(' ').map((word) => ORDINALS[word] ?? word);
  return { stage: slugOf(spelled.join(' ')) };
}

function withRound(round: number): Stage {
  return round > 0 ? { round } : {};
}

/** A name as an id: `hellas-verona`. A name in another script becomes a mark of its own. */
export function slugOf(name: string): string {
  const plain = foldName(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, LONGEST_ID / 2)
    .replace(/-+$/, '');
  return plain === '' ? `x${hash(name)}` : plain;
}

/** FNV-1a, 32 bits: eight characters that are the same on every machine. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
