import { DAY, type Instant, MINUTE } from '../../match/instant.ts';
import { isBeforeKickOff, isCalledOff, isLive, isOver, type Phase } from '../../match/phase.ts';
import type { Snapshot } from '../../match/snapshot.ts';
import type { Catalogue, CatalogueCompetition } from '../catalogue.ts';
import type { OnUnknown } from '../log-once.ts';
import { dayOf } from './call-budget.ts';
import { readMatch, readSnapshot } from './read-fixture.ts';
import { readPhase } from './read-phase.ts';
import { orientationOf } from './read-substitutions.ts';
import type { FixtureShape } from './shapes.ts';
import type { Watched } from './watched.ts';

/** How long a fixture that no list names any more is remembered. */
const KEPT = 3 * DAY;

export interface FixtureBookOptions {
  readonly competitions: readonly CatalogueCompetition[];
  readonly catalogue: Catalogue;
  readonly onUnknown: OnUnknown;
}

/** How a fixture was heard of: in the list of a day, among live matches, or asked for by itself. */
export type Heard = 'listed' | 'live' | 'asked';

/** Every fixture of the chosen competitions that was heard of, by the provider's id and by Tifo's. */
export class FixtureBook {
  readonly #options: FixtureBookOptions;
  readonly #byCode: ReadonlyMap<number, CatalogueCompetition>;
  readonly #fixtures = new Map<number, Watched>();

  constructor(options: FixtureBookOptions) {
    this.#options = options;
    this.#byCode = new Map(
      options.competitions.flatMap((one) =>
        one.codes['api-football'] ? [[one.codes['api-football'], one] as const] : [],
      ),
    );
  }

  /** Earliest first, one fixture a match. */
  all(now: Instant): readonly Watched[] {
    const byMatch = new Map<string, Watched>();
    for (const one of this.#fixtures.values()) {
      const other = byMatch.get(one.match.id);
      if (!other || isLikelier(one, other, now)) byMatch.set(one.match.id, one);
    }
    return [...byMatch.values()].sort((a, b) => a.match.kickOff - b.match.kickOff);
  }

  /** Takes up what a fixture says; its snapshot, unless it is of no chosen competition or its status is not known. */
  hear(shape: FixtureShape, how: Heard, at: Instant): Snapshot | undefined {
    const { catalogue, onUnknown } = this.#options;
    const competition = this.#byCode.get(shape.league.id);
    if (!competition) return undefined;
    const { short } = shape.fixture.status;
    const before = this.#fixtures.get(shape.fixture.id);
    const phase = readPhase(shape, { now: at, before: before?.phase });
    if (phase === null) {
      onUnknown('fixture.status.short', short);
      return undefined;
    }
    const match = readMatch(shape, competition, catalogue);
    const lineups = shape.lineups?.length ? shape.lineups : before?.lineups;
    const found = orientationOf(shape.events ?? [], lineups ?? []);
    const substitutions = found ?? before?.substitutions;
    const snapshot = readSnapshot(shape, {
      match,
      phase,
      at,
      substitutions: substitutions ?? 'player-on',
      onUnknown,
    });
    const keepsLineups = snapshot.lineups !== undefined || before?.lineups !== undefined;
    this.#fixtures.set(shape.fixture.id, {
      ...forgetTheEnd(before, phase),
      fixtureId: shape.fixture.id,
      code: shape.league.id,
      match,
      phase,
      ...clockOf(before, snapshot),
      ...(how === 'live' && { seenLive: true, missing: false, missingAsks: 0 }),
      ...(how !== 'listed' && isOver(phase) && ending(before, at)),
      ...(keepsLineups && lineups && { lineups }),
      ...(substitutions && { substitutions }),
    });
    return snapshot;
  }

  /** What happened to a fixture at this look, whatever was heard of it. */
  note(fixtureId: number, more: Partial<Watched>): void {
    const before = this.#fixtures.get(fixtureId);
    if (before) this.#fixtures.set(fixtureId, { ...before, ...more });
  }

  /** A fixture was asked for by itself, or in the list of its day, whatever was heard of it. */
  noteAsked(fixtureId: number, askedAt: Instant): void {
    const { missing, missingAsks = 0 } = this.#fixtures.get(fixtureId) ?? {};
    this.note(fixtureId, { askedAt, ...(missing && { missingAsks: missingAsks + 1 }) });
  }

  /** A day's list was heard: what was to be played on that day and is not in it was moved to a day nobody knows yet. */
  hearDay(day: string, listed: ReadonlySet<number>, now: Instant): void {
    for (const { fixtureId, match, phase } of this.#fixtures.values()) {
      const isMoved = dayOf(match.kickOff) === day && isBeforeKickOff(phase) && !listed.has(fixtureId);
      if (isMoved || match.kickOff < now - KEPT) this.#fixtures.delete(fixtureId);
    }
  }
}

/** What ended may go on: then its next end is a new one. */
function forgetTheEnd(before: Watched | undefined, phase: Phase): Partial<Watched> {
  if (!before || isOver(phase)) return before ?? {};
  const { overSince: _since, overLooks: _looks, ...rest } = before;
  return rest;
}

/** What the pace of looks goes by: how far the match has come, and how lately a goal fell. */
function clockOf(before: Watched | undefined, { phase, minute, score, events, lists, at }: Snapshot) {
  const length = phase === 'second-half' ? 90 : phase === 'extra-time-second-half' ? 120 : undefined;
  const ends = length && minute ? at + Math.max(0, length - minute.base) * MINUTE : undefined;
  const goals = score ? score.home + score.away : before?.goals;
  const hasScored = before?.goals !== undefined && goals !== before.goals && isLive(phase);
  const named = events.filter(({ kind }) => kind === 'goal').length;
  return {
    heardAt: at,
    phaseSince: before?.phase === phase ? before.phaseSince : at,
    ...(ends !== undefined && { mayEndAt: before?.phase === phase ? Math.min(ends, before.mayEndAt ?? ends) : ends }),
    ...(goals !== undefined && { goals }),
    ...(hasScored && { scoredAt: at }),
    // The list of a day names no goals, and so says nothing of those that are missing.
    ...(lists?.length !== 0 && { hasUnnamed: goals !== undefined && goals > named }),
  };
}

function ending(before: Watched | undefined, at: Instant): Partial<Watched> {
  const goesOn = before !== undefined && isOver(before.phase);
  return {
    overSince: (goesOn ? before.overSince : undefined) ?? at,
    overLooks: ((goesOn && before.overLooks) || 0) + 1,
  };
}

/** Which of two fixtures that are one match is meant: the one that is played, and nearer to today. */
function isLikelier(a: Watched, b: Watched, now: Instant): boolean {
  const put = (one: Watched) => (isCalledOff(one.phase) ? 1 : 0);
  const far = (one: Watched) => Math.abs(one.match.kickOff - now);
  return put(a) - put(b) < 0 || (put(a) === put(b) && far(a) < far(b));
}
