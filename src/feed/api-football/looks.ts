import { type Clock, type Instant, MINUTE } from '../../match/instant.ts';
import type { Snapshot } from '../../match/snapshot.ts';
import { type CallCounter, dayOf, FREE_CALLS_A_DAY } from './call-budget.ts';
import type { ApiFootballClient } from './client.ts';
import type { DayLists } from './day-lists.ts';
import type { FixtureBook, Heard } from './fixture-book.ts';
import { liveEveryMs } from './pace.ts';
import type { ApiProblem } from './problems.ts';
import type { FixtureShape } from './shapes.ts';
import { isAskedFor, isAskedForLineups, isInPlay, type Watched } from './watched.ts';

const CORRECTIONS_EVERY_MS = 10 * MINUTE;
/** How many fixtures `ids` takes. */
const AT_ONCE = 20;
/** Where each match is a call of its own, the line-ups of so many are asked for in one look… */
const LINEUPS_AT_ONCE = 3;
/** …and more ends than this are read from the list of their day, which knows scores alone. */
const ENDS_ONE_BY_ONE = 2;
/** Timers may fire a little early. */
const ALMOST = 0.9;

export interface LooksOptions {
  readonly client: ApiFootballClient;
  readonly counter: CallCounter;
  readonly book: FixtureBook;
  readonly lists: DayLists;
  readonly clock: Clock;
}

export interface Looked {
  readonly snapshots: readonly Snapshot[];
  readonly problem?: ApiProblem;
  /** Whether a call was made and answered: a look that made none says nothing of how things are. */
  readonly isAnswered?: boolean;
}

/** Makes the calls that are due for the matches watched, and no others. */
export interface Looks {
  look(asked: ReadonlySet<string>): Promise<Looked>;
  /** How long between two looks at what is live, for the calls to last; infinite where they do not. */
  everyMs(asked: ReadonlySet<string>): number;
}

export function looks({ client, counter, book, lists, clock }: LooksOptions): Looks {
  let lookedAt: Instant | undefined;
  let mayAskForMany = true;

  const watched = (asked: ReadonlySet<string>) => book.all(clock.now()).filter(({ match }) => asked.has(match.id));
  const everyMs = (asked: ReadonlySet<string>) =>
    liveEveryMs({ now: clock.now(), watched: watched(asked), left: counter.left().left });

  function hear(fixtures: readonly FixtureShape[], how: Heard): readonly Snapshot[] {
    const now = clock.now();
    return fixtures.flatMap((fixture) => book.hear(fixture, how, now) ?? []);
  }

  async function atLive(asked: ReadonlySet<string>): Promise<Looked> {
    const now = clock.now();
    const inPlay = watched(asked).filter((one) => isInPlay(one, now));
    if (inPlay.length === 0) return { snapshots: [] };
    const every = everyMs(asked);
    if (!Number.isFinite(every)) return { snapshots: [], problem: tooFew(counter.left().ofDay) };
    if (lookedAt !== undefined && now - lookedAt < every * ALMOST) return { snapshots: [] };
    lookedAt = now;
    const codes = [...new Set(inPlay.map(({ code }) => code))].sort((a, b) => a - b);
    const answer = await client.fixtures({ live: codes.join('-') });
    if (!answer.ok) return { snapshots: [], problem: answer.problem };
    const there = new Set([...answer.fixtures.map(({ fixture }) => fixture.id), ...answer.unreadable]);
    // One that cannot even be told apart might be any of them.
    const isWhole = !there.has(Number.NaN);
    for (const { fixtureId } of inPlay) if (isWhole && !there.has(fixtureId)) book.note(fixtureId, { missing: true });
    return { snapshots: hear(answer.fixtures, 'live'), isAnswered: true };
  }

  /** Ends, corrections, and what is not in the list of live matches though it should be. */
  async function atSingles(asked: ReadonlySet<string>): Promise<Looked> {
    const now = clock.now();
    const every = everyMs(asked);
    const intervals = {
      liveEveryMs: Number.isFinite(every) ? every : CORRECTIONS_EVERY_MS,
      correctionsEveryMs: Number.isFinite(every) ? Math.max(CORRECTIONS_EVERY_MS, 4 * every) : 4 * CORRECTIONS_EVERY_MS,
    };
    const due = watched(asked).filter((one) => isAskedFor(one, now, intervals));
    if (mayAskForSeveral()) return inTurn(groupsOf(due, AT_ONCE), askForSome);
    if (due.length <= ENDS_ONE_BY_ONE) return inTurn(groupsOf(due, 1), askForSome);
    const days = [...new Set(due.map(({ match }) => dayOf(match.kickOff)))];
    return inTurn(days, async (day) => {
      const answer = await lists.ask(day, 'asked');
      if (!answer.ok) return { snapshots: [], problem: answer.problem };
      for (const { fixtureId, match } of due) if (dayOf(match.kickOff) === day) book.note(fixtureId, { askedAt: now });
      return { snapshots: answer.snapshots, isAnswered: true };
    });
  }

  async function atLineups(asked: ReadonlySet<string>): Promise<Looked> {
    const now = clock.now();
    const due = watched(asked).filter((one) => isAskedForLineups(one, now));
    const groups = mayAskForSeveral() ? groupsOf(due, AT_ONCE) : groupsOf(due.slice(0, LINEUPS_AT_ONCE), 1);
    const looked = await inTurn(groups, askForSome);
    for (const { fixtureId, lineupAsks = 0 } of groups.flat()) book.note(fixtureId, { lineupAsks: lineupAsks + 1 });
    return looked;
  }

  /** The free plan does not know `ids`. */
  function mayAskForSeveral(): boolean {
    return mayAskForMany && counter.left().ofDay > FREE_CALLS_A_DAY;
  }

  async function askForSome(some: readonly Watched[]): Promise<Looked> {
    const now = clock.now();
    const ids = some.map(({ fixtureId }) => fixtureId);
    const answer = await client.fixtures(ids.length === 1 ? { id: ids.join() } : { ids: ids.join('-') });
    if (!answer.ok) {
      if (answer.problem.kind === 'plan' && ids.length > 1) mayAskForMany = false;
      return { snapshots: [], problem: answer.problem };
    }
    const snapshots = hear(answer.fixtures, 'asked');
    for (const id of ids) book.note(id, { askedAt: now });
    return { snapshots, isAnswered: true };
  }

  return {
    everyMs,
    async look(asked) {
      const looked = await inTurn([atLive, atSingles, atLineups], (kind) => kind(asked));
      // What was heard last of a match is what counts.
      const byMatch = new Map(looked.snapshots.map((snapshot) => [snapshot.match.id, snapshot]));
      return { ...looked, snapshots: [...byMatch.values()].filter(({ match }) => asked.has(match.id)) };
    },
  };
}

/** One after the other; after a problem no more calls are made. */
async function inTurn<T>(things: readonly T[], look: (thing: T) => Promise<Looked>): Promise<Looked> {
  const snapshots: Snapshot[] = [];
  let isAnswered = false;
  for (const thing of things) {
    const looked = await look(thing);
    snapshots.push(...looked.snapshots);
    isAnswered ||= looked.isAnswered ?? false;
    if (looked.problem) return { snapshots, isAnswered, problem: looked.problem };
  }
  return { snapshots, isAnswered };
}

function groupsOf<T>(things: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(things.length / size) }, (_, group) =>
    things.slice(group * size, (group + 1) * size),
  );
}

function tooFew(ofDay: number): ApiProblem {
  return {
    kind: 'budget',
    text: `API-Football: too few of the ${ofDay} calls of this day are left to follow live matches`,
  };
}
