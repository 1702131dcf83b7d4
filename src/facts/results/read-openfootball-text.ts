import type { KnownNames } from './known-names.ts';
import { type Heading, readHeading, readRound } from './openfootball-headings.ts';
import { readMatch, takeDay, type WrittenMatch } from './openfootball-lines.ts';
import { dayOf } from './result-day.ts';
import { rowOf, shown, type ToldRow } from './told-row.ts';

/** Longer than any line that a person writes. */
const LONGEST_LINE = 300;
/** Marks the name of a matchday; older files have none. */
const BULLET = /^[»▪•]\s*/;
/** Names of what is played beside the league, where no bullet marks them as names. */
const BESIDE = /^(play-?offs?|play-?outs?|spareggio|(semi-?|quarter-?)?finals?|relegation|championship)\b/i;
/** `Sassuolo: …`, `Refs: …`: line-ups and officials, up to the next empty line. */
const PARTICULARS = /^\p{L}[^:()\d]*:(\s|$)/u;

/** Somebody may have left out the empty line or the bracket that ends what is passed over. */
const SCORE = /\d[-–]\d/;

/** Where in a file one is: what was said for the lines that follow. */
interface Place {
  readonly heading?: Heading;
  /** The matchday, or the name of what is none. */
  readonly round?: number | string;
  readonly day?: string;
}

/**
 * Reads a season of openfootball's text: `= Serie A 2026/27`, then names of matchdays, days, and matches. Goals, line-ups
 * and `#` comments are passed over; any other line that is none of these is a problem.
 */
export function readOpenfootballText(text: string, names: KnownNames): readonly ToldRow[] {
  const rows: ToldRow[] = [];
  let at: Place = {};
  let passing: 'goals' | 'particulars' | undefined;
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const place = index + 1;
    const problem = (why: string) => rows.push({ place, kind: 'problem', why });
    const line = raw.replace(/#.*/, '').trim();
    if (line.length > LONGEST_LINE) problem('the line is too long');
    else if (line === '') passing = undefined;
    else if (line.startsWith('=')) {
      passing = undefined;
      const name = line.replaceAll(/^=+|=+$/g, '').trim();
      if (line.startsWith('==')) at = { ...at, round: name };
      else {
        const heading = readHeading(name, names);
        if (!heading.ok) problem(heading.why);
        at = heading.ok ? { heading } : {};
      }
    } else if (passing && SCORE.test(line)) problem(`"${shown(line)}" stands among goals or line-ups`);
    else if (passing === 'goals' || /^\((?!\d+\))/.test(line)) passing = line.endsWith(')') ? undefined : 'goals';
    else if (passing || PARTICULARS.test(line)) passing = 'particulars';
    else {
      const { day: written, rest } = takeDay(line);
      const season = at.heading?.season;
      if (written && season) at = { ...at, day: dayOf(written, season, at.day) };
      const round = rest === '' ? undefined : roundOf(rest);
      const match = round === undefined ? readMatch(rest) : undefined;
      if (round !== undefined) at = { ...at, round };
      else if (match) rows.push(matchRow(place, match, at, names));
      else if (rest !== '') problem(`"${shown(line)}" is neither a day, a matchday nor a match`);
    }
  }
  return onceWithoutHeading(rows);
}

function roundOf(line: string): number | string | undefined {
  const name = line.replace(BULLET, '');
  if (name === line && /\d[-–:]\d|\sv\s/.test(line)) return undefined;
  const round = readRound(name);
  return round ?? (name !== line || BESIDE.test(name) ? name : undefined);
}

function matchRow(place: number, match: WrittenMatch, { heading, round, day }: Place, names: KnownNames): ToldRow {
  if (!heading) return { place, kind: 'problem', why: NO_HEADING };
  const { home, away } = match;
  if (typeof round === 'string' && match.score)
    return { place, kind: 'left-out', why: `${shown(home)} v ${shown(away)}: "${shown(round)}" is no matchday` };
  const told = { ...match, competition: heading.competition, season: heading.season };
  return rowOf(
    place,
    { ...told, ...(typeof round === 'number' && { round }), ...(day !== undefined && { day }) },
    names,
  );
}

const NO_HEADING = 'no line before this says of what season it is, like = Serie A 2026/27';

/** Said of the first match, it need not be said of three hundred. */
function onceWithoutHeading(rows: readonly ToldRow[]): readonly ToldRow[] {
  const isIt = (row: ToldRow) => row.kind === 'problem' && row.why === NO_HEADING;
  const first = rows.find(isIt);
  return rows.filter((row) => row === first || !isIt(row));
}
