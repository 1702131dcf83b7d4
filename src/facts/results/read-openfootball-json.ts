import { z } from 'zod';
import type { Score } from '../../match/score.ts';
import type { KnownNames } from './known-names.ts';
import { type Heading, readHeading, readRound } from './openfootball-headings.ts';
import { rowOf, shown, type ToldRow } from './told-row.ts';

const goals = z.int().min(0).max(99);
const pair = z.tuple([goals, goals]);
const words = z.string().max(100);
const club = z.union([words, z.looseObject({ name: words }).transform(({ name }) => name)]);

/** A match as it has been written since 2020 (`score`), and as it was before (`score1`, `score2`). */
const match = z.looseObject({
  round: words.exactOptional(),
  date: words.exactOptional(),
  team1: club,
  team2: club,
  score: z.looseObject({ ft: pair.exactOptional(), ht: pair.exactOptional() }).exactOptional(),
  score1: goals.nullish(),
  score2: goals.nullish(),
  status: words.exactOptional(),
});

const season = z.looseObject({
  name: words,
  matches: z.array(z.unknown()).exactOptional(),
  rounds: z.array(z.looseObject({ name: words, matches: z.array(z.unknown()) })).exactOptional(),
});

/**
 * Reads a season of openfootball's `football.json`: a list of matches each with its round, or, as it was until 2019, a
 * list of rounds each with its matches. A match stands on the line of its `team1`.
 */
export function readOpenfootballJson(text: string, names: KnownNames): readonly ToldRow[] {
  const problem = (why: string): readonly ToldRow[] => [{ place: 1, kind: 'problem', why }];
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return problem(`this is not JSON: ${error instanceof Error ? shown(error.message) : 'it cannot be parsed'}`);
  }
  const parsed = season.safeParse(json);
  if (!parsed.success) return problem(`this is no season of openfootball: ${wordsOf(parsed.error)}`);
  const { name, matches, rounds } = parsed.data;
  const heading = readHeading(name, names);
  if (!heading.ok) return problem(heading.why);
  const told = [
    ...(matches ?? []).map((raw) => ({ raw, round: undefined })),
    ...(rounds ?? []).flatMap(({ name, matches }) => matches.map((raw) => ({ raw, round: name }))),
  ];
  if (!matches && !rounds) return problem('there are no matches in it');
  const places = placesOf(text, told.length);
  return told.map(({ raw, round }, index) => {
    const place = places[index] ?? `match ${index + 1}`;
    const parsed = match.safeParse(raw);
    if (!parsed.success) return { place, kind: 'problem', why: wordsOf(parsed.error) };
    return matchRow(place, { ...parsed.data, ...(round !== undefined && { round }) }, heading, names);
  });
}

function matchRow(
  place: ToldRow['place'],
  told: z.infer<typeof match>,
  { competition, season }: Heading,
  names: KnownNames,
): ToldRow {
  const { team1: home, team2: away, date, round, score, score1, score2, status } = told;
  const inLeague = round === undefined ? undefined : readRound(round);
  if (round !== undefined && inLeague === undefined)
    return { place, kind: 'left-out', why: `${shown(home)} v ${shown(away)}: "${shown(round)}" is no matchday` };
  const sides = [score1, score2].flatMap((goals) => goals ?? []);
  if (sides.length === 1) return { place, kind: 'problem', why: 'goals must be two numbers, or none' };
  const fullTime = score?.ft ?? (sides.length === 2 ? sides : undefined);
  return rowOf(
    place,
    {
      ...{ competition, season, home, away },
      ...(date !== undefined && { day: date }),
      ...(inLeague !== undefined && { round: inLeague }),
      ...(fullTime && { score: scoreOf(fullTime) }),
      ...(score?.ht && { halfTime: scoreOf(score.ht) }),
      ...(status !== undefined && { note: status }),
    },
    names,
  );
}

function scoreOf([home = 0, away = 0]: readonly number[]): Score {
  return { home, away };
}

/** The lines of the matches, unless something else is called `team1` too. */
function placesOf(text: string, matches: number): readonly number[] {
  const places: number[] = [];
  let line = 1;
  for (const [found] of text.matchAll(/\n|"team1"\s*:/g)) {
    if (found === '\n') line += 1;
    else places.push(line);
  }
  return places.length === matches ? places : [];
}

function wordsOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => shown([...path, message].join(': '))).join('; ');
}
