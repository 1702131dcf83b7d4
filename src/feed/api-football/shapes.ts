import { z } from 'zod';

/**
 * What is read of API-Football's answers, v3. Everything else may come and go. `looseObject` would keep it; a plain
 * object drops it.
 */

/** Cut where no honest name reaches. */
const LONGEST_TEXT = 80;
const text = z
  .string()
  .transform((value) => [...value.trim()].slice(0, LONGEST_TEXT).join(''))
  .nullish()
  .transform((value) => value || undefined);
const count = z.int().nullish();
const tally = z.object({ home: count, away: count }).nullish();
const id = z.int().positive();

const person = z.object({ id: z.int().nullish(), name: text }).nullish();
const team = z.object({ id, name: z.string().min(1) });

const row = z.object({
  time: z.object({ elapsed: count, extra: count }),
  team: z.object({ id: z.int().nullish() }),
  player: person,
  assist: person,
  type: z.string(),
  detail: z.string().nullish(),
  comments: text,
});

const squad = z
  .array(z.object({ player: z.object({ id: z.int().nullish(), name: text, number: count }) }))
  .nullish()
  .transform((value) => value ?? []);
const lineup = z.object({
  team: z.object({ id: z.int().nullish() }),
  formation: text,
  coach: person,
  startXI: squad,
  substitutes: squad,
});

const statistics = z.object({
  team: z.object({ id: z.int().nullish() }),
  statistics: z.array(z.object({ type: z.string(), value: z.union([z.number(), z.string()]).nullish() })),
});

export const fixtureShape = z.object({
  fixture: z.object({
    id,
    referee: text,
    date: z.iso.datetime({ offset: true }).transform((date) => Date.parse(date)),
    periods: z.object({ first: count, second: count }).nullish(),
    venue: z.object({ name: text, city: text }).nullish(),
    status: z.object({ short: z.string(), elapsed: count, extra: count }),
  }),
  league: z.object({ id, season: z.int(), round: text }),
  teams: z.object({ home: team, away: team }),
  goals: tally,
  score: z.object({ halftime: tally, penalty: tally }).nullish(),
  /** In a look at live matches and at single ones; absent in the list of a day. */
  events: z.array(row).nullish(),
  lineups: z.array(lineup).nullish(),
  statistics: z.array(statistics).nullish(),
});

export type FixtureShape = z.infer<typeof fixtureShape>;
export type EventRow = z.infer<typeof row>;
export type LineupShape = z.infer<typeof lineup>;
export type StatisticsShape = z.infer<typeof statistics>;
export type PersonShape = z.infer<typeof person>;
export type Tally = z.infer<typeof tally>;

/** Around every answer. `errors` is an empty array when all is well, and an object when it is not. */
export const envelopeShape = z.object({
  errors: z
    .union([z.record(z.string(), z.unknown()), z.array(z.unknown()), z.string()])
    .nullish()
    .transform((errors) => {
      if (typeof errors === 'string') return errors === '' ? [] : [['error', errors] as const];
      return Object.entries(errors ?? {}).map(([name, said]) => [name, String(said)] as const);
    }),
  /** May be missing beside an error; missing without one, it says nothing, and not that there is nothing. */
  response: z.array(z.unknown()).nullish(),
});
