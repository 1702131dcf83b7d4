import type { Clock, Instant } from '../../match/instant.ts';
import type { Snapshot } from '../../match/snapshot.ts';
import { type CallCounter, dayOf, FREE_CALLS_A_DAY } from './call-budget.ts';
import type { ApiFootballClient } from './client.ts';
import type { DayLists } from './day-lists.ts';
import type { FixtureBook, Heard } from './fixture-book.ts';
import { type Pace, paceOf } from './pace.ts';
import type { ApiProblem } from './problems.ts';
import type { FixtureShape } from './shapes.ts';
import { isAskedFor, isAskedForLineups, isEnding, isInPlay, SOON, type Watched } from './watched.ts';

/** How many fixtures `ids` takes. */
const AT_ONCE = 20;
/** Where each match is a call of its own, the line-ups of so many are asked for in one look… */
const LINEUPS_AT_ONCE = 3;
/** …and more ends than this are read from the list of their day, which knows scores alone. */
const ENDS_ONE_BY_ONE = 2;

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

/** What is asked about in one look, and how far apart calls are as things stand. */
interface Asking extends Asked {
  readonly pace: Pace;
}

/** What is asked for: matches, and in how many channels each is followed. */
export interface Asked {
  readonly ids: ReadonlySet<string>;
  readonly channels?: ReadonlyMap<string, number>;
}

/** Makes the calls that are due for the matches watched, and no others. */
export interface Looks {
  look(asked: Asked): Promise<Looked & { readonly pace: Pace }>;
}

export function looks({ client, counter, book, lists, clock }: LooksOptions): Looks {
  let lookedAt: Instant | undefined;
  let mayAskForMany = true;

  /** The most followed first, where not all can be asked for at once. */
  function watched({ ids, channels }: Asked): readonly Watched[] {
    const followedBy = ({ match }: Watched) => channels?.get(match.id) ?? 1;
    const all = book.all(clock.now()).filter(({ match }) => ids.has(match.id));
    return all.sort((a, b) => followedBy(b) - followedBy(a));
  }

  function hear(fixtures: readonly FixtureShape[], how: Heard): readonly Snapshot[] {
    const now = clock.now();
    return fixtures.flatMap((fixture) => book.hear(fixture, how, now) ?? []);
  }

  async function atLive(asking: Asking): Promise<Looked> {
    const now = clock.now();
    const inPlay = watched(asking).filter((one) => isInPlay(one, now));
    if (inPlay.length === 0) return { snapshots: [] };
    if (now - (lookedAt ?? 0) < asking.pace.liveEveryMs - SOON) return { snapshots: [] };
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
  async function atSingles(asking: Asking): Promise<Looked> {
    const now = clock.now();
    const due = watched(asking).filter((one) => isAskedFor(one, now, asking.pace));
    if (mayAskForSeveral()) return inTurn(groupsOf(due, AT_ONCE), askForSome);
    // What confirms an end need not show its events, which the look that found it has shown.
    const confirming = { some: due.filter((one) => isEnding(one)), atMost: 1 };
    const others = { some: due.filter((one) => !isEnding(one)), atMost: ENDS_ONE_BY_ONE };
    return inTurn([confirming, others], askForFew);
  }

  /** A call each, or where there are more than that, one for each of their days. */
  async function askForFew(few: { readonly some: readonly Watched[]; readonly atMost: number }): Promise<Looked> {
    const now = clock.now();
    const { some, atMost } = few;
    if (some.length <= atMost) return inTurn(groupsOf(some, 1), askForSome);
    const days = [...new Set(some.map(({ match }) => dayOf(match.kickOff)))];
    return inTurn(days, async (day) => {
      const answer = await lists.ask(day, 'asked');
      if (!answer.ok) return { snapshots: [], problem: answer.problem };
      for (const { fixtureId, match } of some) if (dayOf(match.kickOff) === day) book.noteAsked(fixtureId, now);
      return { snapshots: answer.snapshots, isAnswered: true };
    });
  }

  async function atLineups(asking: Asking): Promise<Looked> {
    const now = clock.now();
    const due = watched(asking).filter((one) => isAskedForLineups(one, now, asking.pace));
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
    for (const id of ids) book.noteAsked(id, now);
    return { snapshots, isAnswered: true };
  }

  return {
    async look(asked) {
      const { left, ofDay } = counter.left();
      const { channels } = asked;
      const pace = paceOf({ now: clock.now(), watched: watched(asked), left, ...(channels && { channels }) });
      const looked = await inTurn([atLive, atSingles, atLineups], (kind) => kind({ ...asked, pace }));
      // What was heard last of a match is what counts.
      const byMatch = new Map(looked.snapshots.map((snapshot) => [snapshot.match.id, snapshot]));
      const snapshots = [...byMatch.values()].filter(({ match }) => asked.ids.has(match.id));
      return { ...(pace.isShort && { problem: tooFew(ofDay) }), ...looked, snapshots, pace };
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
