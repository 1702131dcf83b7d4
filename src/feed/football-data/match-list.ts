import { DAY, HOUR, type Instant, MINUTE } from '../../match/instant.ts';
import type { Match } from '../../match/match.ts';
import { isOver, type Phase } from '../../match/phase.ts';
import type { Snapshot } from '../../match/snapshot.ts';
import { WATCHED_AFTER_THE_END } from '../../match/state.ts';
import type { Catalogue, CatalogueCompetition } from '../catalogue.ts';
import type { OnUnknown } from '../log-once.ts';
import { readOne } from '../read-rows.ts';
import { readMatch, readSnapshot, tellsEvents } from './read-match.ts';
import { readPhase } from './read-phase.ts';
import { answerShape, matchShape } from './shapes.ts';

const BEFORE_KICK_OFF = 15 * MINUTE;
/** Extra time, a shoot-out and a long interruption are over by then. */
const LONGEST_MATCH = 5 * HOUR;
const USUAL_MATCH = 2 * HOUR;
const FORGOTTEN_AFTER = 3 * DAY;

interface Known {
  readonly match: Match;
  readonly phase: Phase;
  /** When it was found to be over. */
  readonly overAt?: Instant;
}

export interface MatchListOptions {
  readonly competitions: readonly CatalogueCompetition[];
  readonly catalogue: Catalogue;
  readonly onUnknown: OnUnknown;
}

/** The matches that the provider has named, and where each stood when it was last heard. */
export class MatchList {
  readonly #options: MatchListOptions;
  #known = new Map<string, Known>();
  #tellsEvents = false;

  constructor(options: MatchListOptions) {
    this.#options = options;
  }

  /** Whether the plan of this key has told of more than scores. */
  get tellsEvents(): boolean {
    return this.#tellsEvents;
  }

  /** Earliest first. */
  matches(): readonly Match[] {
    return [...this.#known.values()]
      .map(({ match }) => match)
      .sort((a, b) => a.kickOff - b.kickOff || a.id.localeCompare(b.id));
  }

  /** Those of the matches asked for that something may happen in: from shortly before kick-off to an hour after the end. */
  inWindow(ids: readonly string[], now: Instant): readonly Match[] {
    return ids.flatMap((id) => {
      const known = this.#known.get(id);
      return known && now >= known.match.kickOff - BEFORE_KICK_OFF && now <= endOf(known) ? [known.match] : [];
    });
  }

  /** Takes what an answer says, and tells it. Undefined for an answer that is none. */
  hear(body: unknown, now: Instant): readonly Snapshot[] | undefined {
    const { onUnknown } = this.#options;
    const answer = readOne(body, answerShape, 'answer', onUnknown);
    const snapshots = answer?.matches.flatMap((row) => this.#hearOne(row, now) ?? []);
    for (const [id, { match }] of this.#known) if (now - match.kickOff > FORGOTTEN_AFTER) this.#known.delete(id);
    return snapshots;
  }

  #hearOne(given: unknown, now: Instant): Snapshot | undefined {
    const { competitions, catalogue, onUnknown } = this.#options;
    const row = readOne(given, matchShape, 'matches', onUnknown);
    const competition = competitions.find(({ codes }) => codes['football-data'] === row?.competition.code);
    const match = row && competition && readMatch(row, competition, catalogue);
    if (!row || !match) return undefined;
    const before = this.#known.get(match.id);
    const phase = readPhase(row, { now, before: before?.phase });
    if (!phase) {
      onUnknown('matches.status', row.status);
      return undefined;
    }
    this.#tellsEvents ||= tellsEvents(row);
    const overAt = before?.overAt ?? (before ? now : match.kickOff + USUAL_MATCH);
    this.#known.set(match.id, { match, phase, ...(isOver(phase) && { overAt }) });
    return readSnapshot(row, { match, phase, at: now, tellsEvents: this.#tellsEvents, onUnknown });
  }
}

function endOf({ match, overAt }: Known): Instant {
  return overAt === undefined ? match.kickOff + LONGEST_MATCH : overAt + WATCHED_AFTER_THE_END;
}
