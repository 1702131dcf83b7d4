import fc from 'fast-check';
import type { Card, Goal, MatchEvent, VarDecision } from '../../../src/match/event.ts';
import { type Instant, SECOND } from '../../../src/match/instant.ts';
import { type Match, otherSide, type Side } from '../../../src/match/match.ts';
import type { Minute } from '../../../src/match/minute.ts';
import type { Phase } from '../../../src/match/phase.ts';
import { type Score, scoreOf } from '../../../src/match/score.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';
import { countTried } from '../cases.ts';
import { MATCH } from './build.ts';

/** What really happened, by which whatever was told is judged. */
export interface Truth {
  /** The goals that stand, in the order in which they fell, with all their details. */
  readonly goals: readonly Goal[];
  /** Those that VAR took away; a feed may or may not have counted them meanwhile. */
  readonly cancelled: readonly Goal[];
  readonly cards: readonly Card[];
  readonly score: Score;
}

/** A match as a noisy feed gives it. A look whose `at` is before an earlier one's is late: whoever takes looks in drops it. */
export interface NoisyMatch {
  readonly truth: Truth;
  readonly looks: readonly Snapshot[];
}

/** How a feed comes to report one goal. All times are in seconds after the goal fell, or was taken away. */
export interface GoalStory {
  readonly minute: number;
  readonly side: Side;
  readonly scorer: number;
  readonly manner: 'open-play' | 'penalty' | 'own-goal';
  readonly listedAfter: number;
  readonly countedAfter: number;
  readonly namedAfter: number;
  /** Until then it has another scorer, another minute, or is no own goal. */
  readonly otherScorerUntil: number;
  readonly minuteOffBy: number;
  readonly rightMinuteAfter: number;
  readonly wrongSideUntil: number;
  /** The same of the score, which may be put right first. */
  readonly wronglyCreditedUntil: number;
  readonly cancelled?: {
    readonly after: number;
    readonly unlistedAfter: number;
    readonly uncountedAfter: number;
    /** How late its VAR row is; none without. */
    readonly rowAfter?: number;
  };
  /** When its row is missing, and when it is there twice: from so many seconds after, for so many. */
  readonly missing: readonly (readonly [from: number, seconds: number])[];
  readonly twice: readonly (readonly [from: number, seconds: number])[];
  /** By how many minutes the second of the two rows is off. */
  readonly twiceOffBy?: number;
  /** The scorer has another a minute later. */
  readonly again?: Pick<GoalStory, 'listedAfter' | 'countedAfter' | 'namedAfter' | 'missing'>;
}

/** From one moment on, for up to a minute, what the feed said so many seconds ago: all of it, or the list or score alone. */
export interface OldPages {
  readonly of: 'all' | 'list' | 'score';
  readonly gap: number;
  readonly seconds: number;
  readonly age: number;
}

export interface Story {
  readonly goals: readonly GoalStory[];
  readonly cards: readonly { readonly minute: number; readonly side: Side; readonly player: number }[];
  readonly oldPages: readonly OldPages[];
  /** Looks that arrive again, late, after the next one. */
  readonly late: readonly number[];
  readonly shuffle: number;
}

const SCORERS: Readonly<Record<Side, readonly string[]>> = {
  home: ['Arduini', 'Bellàndi', 'Corvato'],
  away: ['Dragoni', 'Éspositi', 'Falchi'],
};

/** Nothing happens and nothing is noisy in the last minutes, so that what is wrong has time to be put right. */
const LAST_NOISY_MINUTE = 84;
/** In seconds: how long after a goal its story may go on. */
const LONGEST_TROUBLE = 210;
const HALF = 47;
const BREAK = 15;
const LENGTH = HALF + BREAK + 49;
const AFTERWARDS = 5;

/** Any match, as any noisy feed gives it. `lookEverySeconds` is 15 where nothing is said. */
export function noisyMatch({ lookEverySeconds = 15 } = {}): fc.Arbitrary<NoisyMatch> {
  return noisyStory().map((story) => noisyFeed(story, lookEverySeconds));
}

/** Seconds, mostly none. */
const upTo = (max: number) => fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat({ max }));
const side = fc.constantFrom<Side>('home', 'away');
const windows = fc.array(fc.tuple(fc.nat({ max: 400 }), fc.integer({ min: 5, max: 60 })), { maxLength: 2 });

/**
 * What a match and its feed are made from: small enough to be read, and written down, when a test fails over it.
 * Only a feed that counts can tell that a player scored twice within a minute, or that a goal was taken away: without
 * `isCounted`, neither happens.
 */
export function noisyStory({ isCounted = true } = {}): fc.Arbitrary<Story> {
  const goal = fc.record(
    {
      minute: fc.integer({ min: 1, max: LAST_NOISY_MINUTE - 8 }),
      side,
      scorer: fc.nat({ max: 2 }),
      manner: fc.constantFrom('open-play', 'open-play', 'penalty', 'own-goal'),
      listedAfter: upTo(60),
      countedAfter: upTo(60),
      namedAfter: upTo(120),
      otherScorerUntil: upTo(150),
      minuteOffBy: fc.integer({ min: -2, max: 2 }),
      rightMinuteAfter: upTo(200),
      wrongSideUntil: upTo(90),
      wronglyCreditedUntil: upTo(90),
      missing: windows,
      twice: windows,
      twiceOffBy: fc.nat({ max: 1 }),
      ...(isCounted && {
        cancelled: fc.record(
          {
            after: fc.integer({ min: 20, max: 150 }),
            unlistedAfter: upTo(60),
            uncountedAfter: upTo(60),
            rowAfter: upTo(60),
          },
          { requiredKeys: ['after', 'unlistedAfter', 'uncountedAfter'] },
        ),
        again: fc.record({ listedAfter: upTo(60), countedAfter: upTo(60), namedAfter: upTo(120), missing: windows }),
      }),
    },
    {
      requiredKeys: [
        ...(['minute', 'side', 'scorer', 'manner', 'listedAfter', 'countedAfter', 'namedAfter'] as const),
        ...(['otherScorerUntil', 'minuteOffBy', 'rightMinuteAfter', 'wrongSideUntil'] as const),
        ...(['wronglyCreditedUntil', 'missing', 'twice'] as const),
      ],
    },
  );
  return fc.record({
    goals: fc
      .array(goal, { minLength: 1, maxLength: 7, size: 'max' })
      .map((goals) =>
        apart(
          goals.map((one) =>
            one.manner === 'own-goal' ? one : { ...one, wrongSideUntil: 0, wronglyCreditedUntil: 0 },
          ),
        ),
      ),
    cards: fc.uniqueArray(
      fc.record({ minute: fc.integer({ min: 1, max: LAST_NOISY_MINUTE - 8 }), side, player: fc.nat({ max: 2 }) }),
      { maxLength: 3, selector: ({ side, player }) => `${side} ${player}` },
    ),
    oldPages: fc.array(
      fc.record({
        of: fc.constantFrom('all', 'all', 'list', 'score'),
        gap: fc.integer({ min: 30, max: 600 }),
        seconds: fc.integer({ min: 5, max: 60 }),
        age: fc.integer({ min: 15, max: 600 }),
      }),
      { maxLength: 12, size: 'max' },
    ),
    late: fc.array(fc.nat({ max: 400 }), { maxLength: 4 }),
    shuffle: fc.nat({ max: 3 }),
  });
}

/**
 * Leaves out goals that follow too soon: play goes on after a kick-off, or after VAR has looked for a while. And a feed
 * that gives a goal to the wrong side is sound otherwise in those minutes: nobody could tell what it means.
 */
function apart(goals: readonly GoalStory[]): readonly GoalStory[] {
  const kept: GoalStory[] = [];
  for (const goal of goals.toSorted((a, b) => a.minute - b.minute)) {
    const last = kept.at(-1);
    const pause = last?.cancelled ? 7 : isWrong(goal) || (last && isWrong(last)) ? 4 : 2;
    if (last && goal.minute < last.minute + pause) continue;
    kept.push(...withAnother(isWrong(goal) ? { ...goal, missing: [] } : goal));
  }
  return kept;
}

/**
 * A goal and the one that its scorer has a minute later, if any. Their rows are sound but for being late, missing or there
 * twice: of two that say something wrong, nobody could tell which is which.
 */
function withAnother({ again, ...goal }: GoalStory): readonly GoalStory[] {
  if (!again || goal.cancelled || isWrong(goal)) return [goal];
  const one = { ...goal, otherScorerUntil: 0, minuteOffBy: 0 };
  return [one, { ...one, ...again, minute: goal.minute + 1 }];
}

function isWrong({ wrongSideUntil, wronglyCreditedUntil }: GoalStory): boolean {
  return wrongSideUntil > 0 || wronglyCreditedUntil > 0;
}

/** The match of a story, as its feed gives it. */
export function noisyFeed(story: Story, lookEverySeconds = 15): NoisyMatch {
  countTried({ histories: 1 });
  const looks: Snapshot[] = [];
  const pages = pagesOf(story);
  for (let second = -60; second <= (LENGTH + AFTERWARDS) * 60; second += lookEverySeconds) {
    const page = pages.find(({ from, until }) => second >= from && second < until);
    const now = lookAt(story, second);
    looks.push(page ? withOld(page.of, now, lookAt(story, second - page.age)) : now);
    const late = looks.at(-2);
    if (late && story.late.includes(looks.length) && second < minuteOfPlay(LAST_NOISY_MINUTE)) looks.push(late);
  }
  const standing = story.goals.filter(({ cancelled }) => !cancelled).map(trueGoal);
  return {
    truth: {
      goals: standing,
      cancelled: story.goals.filter(({ cancelled }) => cancelled).map(trueGoal),
      cards: story.cards.map(cardOf),
      score: scoreOf(standing),
    },
    looks,
  };
}

function pagesOf({ oldPages, goals }: Story) {
  let free = 0;
  const pages = oldPages.map(({ of, gap, seconds, age }) => {
    const from = free + gap;
    free = from + seconds;
    return { of, from, until: free, age };
  });
  const disturbed = goals.filter(isWrong).map(({ minute }) => minuteOfPlay(minute));
  return pages.filter(
    ({ from, until }) =>
      until < minuteOfPlay(LAST_NOISY_MINUTE) &&
      disturbed.every((goal) => until < goal || from > goal + LONGEST_TROUBLE),
  );
}

function withOld(of: OldPages['of'], now: Snapshot, old: Snapshot): Snapshot {
  const { score: _, ...scoreless } = now;
  switch (of) {
    case 'all':
      return { ...old, at: now.at };
    case 'list':
      return { ...now, events: old.events };
    case 'score':
      return { ...scoreless, ...(old.score && { score: old.score }) };
  }
}

/** What the feed says at one moment. */
function lookAt(story: Story, second: number): Snapshot {
  const events = [
    ...story.goals.flatMap((goal) => rowsOf(goal, second)),
    ...story.cards.filter(({ minute }) => second >= minuteOfPlay(minute)).map(cardOf),
  ];
  const minute = minuteAt(second);
  return {
    match: NOISY,
    at: instantOf(second),
    phase: phaseAt(second),
    ...(minute && { minute }),
    ...(second >= 0 && { score: countedAt(story.goals, second) }),
    events: story.shuffle > 0 ? shuffled(events, story.shuffle * 31 + second) : events,
  };
}

function rowsOf(goal: GoalStory, second: number): readonly MatchEvent[] {
  const since = second - minuteOfPlay(goal.minute);
  const { cancelled } = goal;
  const isWithin = ([from, seconds]: readonly [number, number]) => since >= from && since < from + seconds;
  const gone = cancelled ? cancelled.after + cancelled.unlistedAfter : Number.POSITIVE_INFINITY;
  const isListed = since >= goal.listedAfter && since < gone && !goal.missing.some(isWithin);
  const row = rowAt(goal, since);
  const isTwice = goal.twice.some(isWithin);
  const copy = { ...row, ...(row.minute && { minute: { base: row.minute.base + (goal.twiceOffBy ?? 0) } }) };
  const rows: MatchEvent[] = isListed ? [row, ...(isTwice ? [copy] : [])] : [];
  const showsVar = cancelled?.rowAfter !== undefined && since >= cancelled.after + cancelled.rowAfter;
  return showsVar ? [...rows, varRowOf(goal)] : rows;
}

/** A goal's row, so long after the goal. */
function rowAt(goal: GoalStory, since: number): Goal {
  const { scorer, minute, ...row } = trueGoal(goal);
  const isOther = since < goal.otherScorerUntil;
  const name = SCORERS[scorersSide(goal)][(goal.scorer + 1) % 3] ?? '';
  const off = since < goal.rightMinuteAfter ? goal.minuteOffBy : 0;
  const isWrongSide = since < goal.wrongSideUntil;
  const base = Math.max(1, goal.minute + off);
  return {
    ...row,
    ...(isWrongSide && { side: otherSide(goal.side), manner: 'open-play' }),
    ...(minute && { minute: { base } }),
    ...(scorer && since >= goal.namedAfter && { scorer: isOther ? { name } : scorer }),
  };
}

function trueGoal(goal: GoalStory): Goal {
  const { minute, side, manner } = goal;
  const name = SCORERS[scorersSide(goal)][goal.scorer] ?? '';
  return { kind: 'goal', minute: { base: minute }, side, manner, scorer: { name } };
}

function scorersSide({ side, manner }: GoalStory): Side {
  return manner === 'own-goal' ? otherSide(side) : side;
}

function varRowOf(goal: GoalStory): VarDecision {
  const { scorer } = trueGoal(goal);
  const minute = { base: goal.minute + 1 };
  return {
    kind: 'var-decision',
    decision: 'goal-cancelled',
    minute,
    side: goal.side,
    ...(scorer && { player: scorer }),
  };
}

function cardOf({ minute, side, player }: Story['cards'][number]): Card {
  return {
    kind: 'card',
    colour: 'yellow',
    minute: { base: minute },
    side,
    player: { name: SCORERS[side][player] ?? '' },
  };
}

function countedAt(goals: readonly GoalStory[], second: number): Score {
  return scoreOf(
    goals.flatMap((goal): Goal[] => {
      const since = second - minuteOfPlay(goal.minute);
      const gone = goal.cancelled ? goal.cancelled.after + goal.cancelled.uncountedAfter : Number.POSITIVE_INFINITY;
      if (since < goal.countedAfter || since >= gone) return [];
      const side = since < goal.wronglyCreditedUntil ? otherSide(goal.side) : goal.side;
      return [{ kind: 'goal', side, manner: 'open-play' }];
    }),
  );
}

/** The second, from kick-off on, in which a minute of play begins. */
function minuteOfPlay(minute: number): number {
  return (minute <= 45 ? minute - 1 : minute - 46 + HALF + BREAK) * 60;
}

function phaseAt(second: number): Phase {
  if (second < 0) return 'scheduled';
  if (second < HALF * 60) return 'first-half';
  if (second < (HALF + BREAK) * 60) return 'half-time';
  return second < LENGTH * 60 ? 'second-half' : 'full-time';
}

function minuteAt(second: number): Minute | undefined {
  const phase = phaseAt(second);
  if (phase !== 'first-half' && phase !== 'second-half') return undefined;
  const [start, end] = phase === 'first-half' ? [0, 45] : [HALF + BREAK - 45, 90];
  const running = Math.floor(second / 60) - start + 1;
  return running <= end ? { base: running } : { base: end, added: running - end };
}

function instantOf(second: number): Instant {
  return NOISY.kickOff + second * SECOND;
}

/** The same order for the same seed. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const weigh = (index: number) => ((index + 1) * 7_919 + Math.abs(seed) * 104_729) % 1_009;
  return items
    .map((item, index) => ({ item, weight: weigh(index) }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ item }) => item);
}

const NOISY: Match = { ...MATCH, id: 'noisy' };
