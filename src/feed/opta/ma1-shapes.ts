import { z } from 'zod';

/** What is read of SDAPI's MA1. Everything else may come and go. */

const LONGEST_TEXT = 80;
const text = z
  .string()
  .nullish()
  .transform((value) => [...(value ?? '').trim()].slice(0, LONGEST_TEXT).join('') || undefined);
const count = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => (/^\d{1,6}$/.test(String(value ?? '')) ? Number(value) : undefined));
const time = z
  .string()
  .nullish()
  .transform((value) => Date.parse(value ?? ''))
  .transform((value) => (Number.isNaN(value) ? undefined : value));
const tally = z
  .object({ home: count, away: count })
  .nullish()
  .transform((value) =>
    value?.home === undefined || value.away === undefined ? undefined : { home: value.home, away: value.away },
  );
const rows = z
  .array(z.unknown())
  .nullish()
  .transform((value) => value ?? undefined);

const happened = {
  contestantId: z.string(),
  periodId: count,
  timeMin: count,
  timeMinSec: text,
  timestamp: text,
};

export const goalShape = z.object({
  ...happened,
  type: z.string(),
  scorerId: text,
  scorerName: text,
  assistPlayerName: text,
  homeScore: count,
  awayScore: count,
});
export const cardShape = z.object({ ...happened, type: z.string(), playerName: text });
export const substituteShape = z.object({ ...happened, playerOnName: text, playerOffName: text });
export const missedPenaltyShape = z.object({ ...happened, type: text, outcome: text, playerName: text });
export const penaltyShotShape = z.object({
  contestantId: z.string(),
  outcome: text,
  type: text,
  playerName: text,
  timestamp: text,
});
export const reviewShape = z.object({
  ...happened,
  type: text,
  decision: text,
  outcome: text,
  playerName: text,
});
export const lineUpShape = z.object({
  contestantId: z.string(),
  formationUsed: text,
  player: z
    .array(
      z.object({
        playerId: text,
        firstName: text,
        lastName: text,
        knownName: text,
        matchName: text,
        shirtNumber: count,
        position: text,
      }),
    )
    .default([]),
});

export const ma1Shape = z.object({
  matchInfo: z.object({
    id: z.string(),
    date: z.string().regex(/^\d{4}-\d\d-\d\dZ?$/),
    time: z
      .string()
      .regex(/^\d\d:\d\d:\d\dZ?$/)
      .nullish(),
    week: count,
    lastUpdated: time,
    competition: z.object({ id: text, opId: text, name: text, knownName: text }),
    tournamentCalendar: z.object({ name: z.string(), startDate: text }),
    stage: z
      .object({ name: text })
      .nullish()
      .transform((stage) => stage?.name),
    contestant: z.array(z.object({ id: z.string(), name: text, officialName: text, position: text })),
    venue: z
      .object({ longName: text, shortName: text })
      .nullish()
      .transform((venue) => venue?.longName ?? venue?.shortName),
  }),
  liveData: z.object({
    matchDetails: z.object({
      matchStatus: z.string(),
      periodId: count,
      matchTime: count,
      period: z
        .array(z.object({ id: count, announcedInjuryTime: count }))
        .nullish()
        .transform((value) => value ?? []),
      scores: z
        .object({ ht: tally, ft: tally, et: tally, pen: tally, total: tally })
        .nullish()
        .transform((value) => value ?? undefined),
    }),
    goal: rows,
    card: rows,
    substitute: rows,
    missedPen: rows,
    penaltyShot: rows,
    VAR: rows,
    lineUp: rows,
    matchDetailsExtra: z
      .object({
        matchOfficial: z
          .array(z.object({ type: text, firstName: text, lastName: text }))
          .nullish()
          .transform((value) => value ?? []),
      })
      .nullish()
      .transform((value) => value?.matchOfficial ?? []),
  }),
});

export type Ma1Shape = z.infer<typeof ma1Shape>;
export type LiveData = Ma1Shape['liveData'];
export type LineUpShape = z.infer<typeof lineUpShape>;
