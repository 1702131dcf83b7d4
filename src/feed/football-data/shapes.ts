import { z } from 'zod';

/** What is read of football-data.org's answers, v4. Everything else may come and go. */

/** Cut where no honest name reaches. */
const LONGEST_TEXT = 80;
const text = z
  .string()
  .nullish()
  .transform((value) => [...(value ?? '').trim()].slice(0, LONGEST_TEXT).join('') || undefined);
const count = z.int().nonnegative().nullish().catch(undefined);
const tally = z
  .object({ home: count, away: count })
  .nullish()
  .transform((value) =>
    typeof value?.home === 'number' && typeof value.away === 'number'
      ? { home: value.home, away: value.away }
      : undefined,
  );
const rows = z
  .array(z.unknown())
  .nullish()
  .transform((value) => value ?? []);
const person = z.object({ name: text }).nullish();
const teamOf = z.object({ id: z.int().nullish() }).nullish();

const happened = { minute: count, injuryTime: count, team: teamOf };

export const goalShape = z.object({
  ...happened,
  type: z.string().nullish(),
  scorer: person,
  assist: person,
  score: tally,
});
export const bookingShape = z.object({ ...happened, player: person, card: z.string() });
export const substitutionShape = z.object({ ...happened, playerIn: person, playerOut: person });
export const penaltyShape = z.object({ team: teamOf, player: person, scored: z.boolean() });

const squad = z
  .array(z.object({ name: text, shirtNumber: count }))
  .nullish()
  .transform((value) => value ?? []);

const team = z.object({
  id: z.int().nullish(),
  name: text,
  shortName: text,
  formation: text,
  coach: person,
  lineup: squad,
  bench: squad,
  statistics: z.record(z.string(), z.unknown()).nullish(),
});

export const matchShape = z.object({
  id: z.int(),
  utcDate: z.iso.datetime({ offset: true }).transform((date) => Date.parse(date)),
  status: z.string(),
  minute: z.union([z.number(), z.string()]).nullish(),
  injuryTime: count,
  matchday: count,
  stage: text,
  venue: text,
  competition: z.object({ code: z.string() }),
  season: z.object({ startDate: z.iso.date() }),
  homeTeam: team,
  awayTeam: team,
  score: z.object({
    duration: z.string().nullish(),
    fullTime: tally,
    halfTime: tally,
    regularTime: tally,
    extraTime: tally,
    penalties: tally,
  }),
  goals: rows,
  bookings: rows,
  substitutions: rows,
  penalties: rows,
  referees: z
    .array(z.object({ name: text, type: text }))
    .nullish()
    .transform((value) => value ?? []),
});

export const answerShape = z.object({ matches: z.array(z.unknown()) });

export type MatchShape = z.infer<typeof matchShape>;
export type TeamShape = z.infer<typeof team>;
export type ScoreShape = MatchShape['score'];
