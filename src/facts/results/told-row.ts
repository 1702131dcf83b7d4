import type { Result } from '../../match/result.ts';
import type { Score } from '../../match/score.ts';
import { problemsOf } from './check-result.ts';
import type { KnownNames } from './known-names.ts';

/** A match in the words of the file that tells of it. */
export interface ToldMatch {
  /** The id of a competition that is known. */
  readonly competition: string;
  readonly season: string;
  /** As `2021-11-07`; absent where the file gives none. */
  readonly day?: string;
  readonly round?: number;
  /** The clubs by their names. */
  readonly home: string;
  readonly away: string;
  readonly score?: Score;
  readonly halfTime?: Score;
  /** What else is said of it: `awarded`, `postponed`, … */
  readonly note?: string;
}

/** What one row of a file comes to. `place` is where it stands: a line's number from 1, or `match 12`. */
export type ToldRow = { readonly place: number | string } & (
  | { readonly kind: 'result'; readonly result: Result }
  /** A match without a score yet. */
  | { readonly kind: 'unplayed' }
  /** Told, but no result of the league. */
  | { readonly kind: 'left-out'; readonly why: string }
  | { readonly kind: 'problem'; readonly why: string }
);

/** Reads what a match's row says, against what is known. */
export function rowOf(place: ToldRow['place'], match: ToldMatch, names: KnownNames): ToldRow {
  const note = match.note?.trim().toLowerCase() ?? '';
  const problem = (why: string) => ({ place, kind: 'problem', why }) as const;
  if (note !== '' && !AWARDED.has(note) && !NO_RESULT.has(note)) return problem(`"${shown(note)}" is not understood`);
  const isAwarded = AWARDED.has(note);
  const { home, away, score, halfTime } = match;
  const [homeId, awayId] = [names.clubOf(home), names.clubOf(away)];
  if (!homeId || !awayId)
    return problem(
      [...(homeId ? [] : [home]), ...(awayId ? [] : [away])].map((name) => unknown(name, names)).join('; '),
    );
  if (!score && (isAwarded || halfTime))
    return problem(`${isAwarded ? 'awarded' : 'a half-time score'} without a score`);
  if (!score) return { place, kind: 'unplayed' };
  if (NO_RESULT.has(note)) return { place, kind: 'left-out', why: `${shown(home)} v ${shown(away)} is ${note}` };
  if (match.day === undefined) return problem('the match has no day');
  const { competition, season, day, round } = match;
  const result: Result = {
    competition,
    season,
    ...(round !== undefined && { round }),
    ...{ day, home: homeId, away: awayId, score },
    // What was played before a match was given to one side is not what it ended from.
    ...(halfTime && !isAwarded && { halfTime }),
    status: isAwarded ? 'awarded' : 'played',
  };
  const wrong = problemsOf(result, names.clubIds);
  return wrong.length > 0 ? problem(wrong.join('; ')) : { place, kind: 'result', result };
}

const AWARDED: ReadonlySet<string> = new Set(['awarded', 'awd', 'awd.']);
const NO_RESULT: ReadonlySet<string> = new Set(
  'abandoned annulled canceled cancelled interrupted postponed suspended void'.split(' '),
);

function unknown(name: string, names: KnownNames): string {
  if (name.trim() === '') return 'a club has no name';
  const close = names.clubsLike(name);
  return `no club is called "${shown(name)}"${close.length > 0 ? ` (perhaps ${close.join(' or ')})` : ''}`;
}

/** Text from a file, short and on one line. */
export function shown(text: string): string {
  const line = text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line;
}

const LONGEST_SHOWN = 80;
