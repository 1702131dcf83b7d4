import { z } from 'zod';
import { EVERY_KIND } from './feed.ts';
import type { Droppable, Recording } from './recording.ts';

const instant = z.iso.datetime().transform((text) => Date.parse(text));
const named = z.strictObject({ id: z.string().min(1), name: z.string().min(1) });
const side = z.enum(['home', 'away']);
const score = z.strictObject({ home: z.int().min(0), away: z.int().min(0) });
const minute = z.strictObject({ base: z.int().min(0).max(150), added: z.int().min(0).exactOptional() });
const person = { name: z.string().min(1), fullName: z.string().min(1).exactOptional() };
const player = z.strictObject(person);
const outcome = z.enum(['woodwork', 'saved', 'cleared', 'blocked', 'wide']);

const happened = { minute: minute.exactOptional(), side };
const event = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('goal'),
    ...happened,
    manner: z.enum(['open-play', 'free-kick', 'penalty', 'own-goal']),
    scorer: player.exactOptional(),
    assist: player.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('missed-penalty'),
    ...happened,
    outcome: z.enum(['saved', 'woodwork', 'wide']).exactOptional(),
    player: player.exactOptional(),
    keeper: player.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('penalty-awarded'),
    ...happened,
    fouled: player.exactOptional(),
    by: player.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('card'),
    ...happened,
    colour: z.enum(['yellow', 'second-yellow', 'red']),
    player: player.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('substitution'),
    ...happened,
    on: player.exactOptional(),
    off: player.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('var-decision'),
    ...happened,
    decision: z.enum([
      'goal-confirmed',
      'goal-cancelled',
      'penalty-confirmed',
      'penalty-given',
      'penalty-cancelled',
      'card-upgraded',
      'card-cancelled',
    ]),
    player: player.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('chance'),
    ...happened,
    outcome,
    player: player.exactOptional(),
    by: player.exactOptional(),
    rebound: z.strictObject({ player, outcome }).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('shoot-out-kick'),
    ...happened,
    number: z.int().min(1).exactOptional(),
    scored: z.boolean(),
    player: player.exactOptional(),
  }),
]);

const kind = z.enum(EVERY_KIND);

const lineup = z.strictObject({
  formation: z.string().exactOptional(),
  coach: player.exactOptional(),
  starters: z.array(z.strictObject({ ...person, shirt: z.int().min(0).exactOptional() })),
  bench: z.array(z.strictObject({ ...person, shirt: z.int().min(0).exactOptional() })),
});
const count = z.tuple([z.number().min(0), z.number().min(0)]).exactOptional();

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
  'cancelled',
  'suspended',
  'abandoned',
  'awarded',
]);

const changes = z.strictObject({
  phase: phase.exactOptional(),
  score: score.exactOptional(),
  halfTime: score.exactOptional(),
  shootOut: score.exactOptional(),
  minute: minute.exactOptional(),
  events: z.array(event).exactOptional(),
  lists: z.array(kind).exactOptional(),
  addedTime: z.array(z.int().min(0)).exactOptional(),
  lineups: z.strictObject({ home: lineup, away: lineup }).exactOptional(),
  officials: z
    .strictObject({
      referee: z.string().exactOptional(),
      assistants: z.array(z.string()).exactOptional(),
      fourth: z.string().exactOptional(),
      var: z.string().exactOptional(),
      assistantVar: z.string().exactOptional(),
    })
    .exactOptional(),
  statistics: z
    .strictObject({ possession: count, shots: count, shotsOnTarget: count, corners: count, fouls: count })
    .exactOptional(),
});

const droppable = z.enum([
  'score',
  'halfTime',
  'shootOut',
  'addedTime',
  'lists',
  'lineups',
  'officials',
  'statistics',
]) satisfies z.ZodType<Droppable>;

const frame = z.strictObject({
  at: instant,
  set: changes.exactOptional(),
  drop: z.array(droppable).exactOptional(),
  add: z.array(event).exactOptional(),
});

/** The shape of a recorded match on disk: `data/matches/*.json`. */
export const recordingSchema = z
  .strictObject({
    /** Where the record comes from, for the person who reads the file. */
    about: z.string().exactOptional(),
    match: z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      competition: named,
      season: z.string().min(4),
      round: z.int().min(1).exactOptional(),
      home: named,
      away: named,
      kickOff: instant,
      venue: z.strictObject({ name: z.string().min(1), city: z.string().min(1).exactOptional() }).exactOptional(),
    }),
    frames: z.array(frame).min(1),
  })
  .refine(({ frames }) => frames.every((frame, index) => index === 0 || frame.at >= (frames[index - 1]?.at ?? 0)), {
    error: 'the frames are not in the order of time',
    path: ['frames'],
  })
  .transform(({ match, frames }): Recording => ({ match, frames }));
