import { z } from 'zod';
import type { Recording } from './recording.ts';

const instant = z.iso.datetime().transform((text) => Date.parse(text));
const named = z.strictObject({ id: z.string().min(1), name: z.string().min(1) });
const side = z.enum(['home', 'away']);
const score = z.strictObject({ home: z.int().min(0), away: z.int().min(0) });
const minute = z.strictObject({ base: z.int().min(1).max(120), added: z.int().min(1).optional() });
const person = { name: z.string().min(1), fullName: z.string().min(1).optional() };
const player = z.strictObject(person);
const outcome = z.enum(['woodwork', 'saved', 'cleared', 'blocked', 'wide']);

const happened = { minute: minute.optional(), side };
const event = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('goal'),
    ...happened,
    manner: z.enum(['open-play', 'free-kick', 'penalty', 'own-goal']),
    scorer: player.optional(),
    assist: player.optional(),
  }),
  z.strictObject({
    kind: z.literal('missed-penalty'),
    ...happened,
    outcome: z.enum(['saved', 'woodwork', 'wide']),
    player: player.optional(),
    keeper: player.optional(),
  }),
  z.strictObject({ kind: z.literal('penalty-awarded'), ...happened, fouled: player.optional(), by: player.optional() }),
  z.strictObject({
    kind: z.literal('card'),
    ...happened,
    colour: z.enum(['yellow', 'second-yellow', 'red']),
    player: player.optional(),
  }),
  z.strictObject({ kind: z.literal('substitution'), ...happened, on: player.optional(), off: player.optional() }),
  z.strictObject({
    kind: z.literal('var-decision'),
    ...happened,
    decision: z.enum([
      'goal-confirmed',
      'goal-cancelled',
      'penalty-confirmed',
      'penalty-cancelled',
      'card-upgraded',
      'card-cancelled',
    ]),
    player: player.optional(),
  }),
  z.strictObject({
    kind: z.literal('chance'),
    ...happened,
    outcome,
    player: player.optional(),
    by: player.optional(),
    rebound: z.strictObject({ player, outcome }).optional(),
  }),
  z.strictObject({ kind: z.literal('shoot-out-kick'), ...happened, scored: z.boolean(), player: player.optional() }),
]);

const lineup = z.strictObject({
  formation: z.string().optional(),
  coach: player.optional(),
  starters: z.array(z.strictObject({ ...person, shirt: z.int().min(1).optional() })),
  bench: z.array(z.strictObject({ ...person, shirt: z.int().min(1).optional() })),
});
const count = z.tuple([z.number().min(0), z.number().min(0)]).optional();

const phase = z.enum([
  'scheduled',
  'first-half',
  'half-time',
  'second-half',
  'extra-time-break',
  'extra-time-first-half',
  'extra-time-half-time',
  'extra-time-second-half',
  'shoot-out',
  'full-time',
  'postponed',
  'suspended',
  'abandoned',
  'awarded',
]);

const frame = z.strictObject({
  at: instant,
  set: z
    .strictObject({
      phase,
      score,
      halfTime: score,
      shootOut: score,
      addedTime: z.array(z.int().min(0)),
      lineups: z.strictObject({ home: lineup, away: lineup }),
      officials: z.strictObject({
        referee: z.string().optional(),
        assistants: z.array(z.string()).optional(),
        fourth: z.string().optional(),
        var: z.string().optional(),
        assistantVar: z.string().optional(),
      }),
      statistics: z.strictObject({
        possession: count,
        shots: count,
        shotsOnTarget: count,
        corners: count,
        fouls: count,
      }),
    })
    .partial()
    .optional(),
  add: z.array(event).optional(),
});

/** The shape of a recorded match on disk: `data/matches/*.json`. */
export const recordingSchema = z
  .strictObject({
    /** Where the record comes from, for the person who reads the file. */
    about: z.string().optional(),
    match: z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      competition: named,
      season: z.string().min(4),
      round: z.int().min(1).optional(),
      home: named,
      away: named,
      kickOff: instant,
      venue: z.strictObject({ name: z.string().min(1), city: z.string().min(1).optional() }).optional(),
    }),
    frames: z.array(frame).min(1),
  })
  .refine(({ frames }) => frames.every((frame, index) => index === 0 || frame.at >= (frames[index - 1]?.at ?? 0)), {
    error: 'the frames are not in the order of time',
    path: ['frames'],
  })
  // JSON has no undefined, so what zod calls optional is simply absent, as the model wants it.
  .transform(({ match, frames }) => ({ match, frames }) as Recording);
