import { HOUR, type Instant, MINUTE } from '../../match/instant.ts';
import type { Match } from '../../match/match.ts';
import { isBeforeKickOff, isCalledOff, isLive, type Phase, phaseOrder } from '../../match/phase.ts';
import type { Snapshot } from '../../match/snapshot.ts';
import { periodIn } from '../minute-of-play.ts';
import { halfByClock } from '../phase-by-clock.ts';
import type { OptaAccount } from './account.ts';

/** A match on which no file has moved for so long is not being told of any more. */
const STILL_IN_PLAY = 10 * MINUTE;
const STILL_IN_A_BREAK = 30 * MINUTE;
/** A list of fixtures moves with goals and whistles alone. */
const STILL_IN_A_LIST = HOUR;

interface Kept {
  readonly account: OptaAccount;
  readonly path: string;
  /** When it was delivered, by our clock; when it was written, where it lay there before we came. */
  readonly freshAt: Instant;
}

type Entry = { readonly [From in OptaAccount['from']]?: Kept };

/** The last that was told of each match: by a file of its own, and by a list of fixtures. */
export class MatchBook {
  readonly #entries = new Map<string, Entry>();

  /** Takes what a file says. Of several files the newest counts; a file that is written anew counts always. */
  take(account: OptaAccount, path: string, freshAt: Instant): void {
    const entry = this.#entries.get(account.match.id) ?? {};
    const kept = entry[account.from];
    const isOlder = (account.writtenAt ?? freshAt) < (kept?.account.writtenAt ?? 0);
    if (kept && isOlder && kept.path !== path) return;
    this.#entries.set(account.match.id, { ...entry, [account.from]: { account, path, freshAt } });
  }

  /** Earliest first. */
  matches(): readonly Match[] {
    return [...this.#entries.values()]
      .flatMap((entry) => matchOf(entry) ?? [])
      .sort((a, b) => a.kickOff - b.kickOff || a.id.localeCompare(b.id));
  }

  /** Undefined for a match that is not known, or that is on and of which nothing is delivered any more. */
  look(id: string, now: Instant): Snapshot | undefined {
    const entry = this.#entries.get(id);
    const match = entry && matchOf(entry);
    const lead = entry && leadOf(entry);
    if (!entry || !match || !lead) return undefined;
    const { told, isOnSomehow } = lead.account;
    const phase = isOnSomehow ? halfByClock(match.kickOff, now) : told.phase;
    if (isLive(phase) && now - lead.freshAt > stillFor(lead.account, phase)) return undefined;
    const own = entry.match?.account.told;
    const halfTime = told.halfTime ?? own?.halfTime ?? entry.fixtures?.account.told.halfTime;
    const isPastHalfTime = phaseOrder(phase) >= phaseOrder('half-time');
    return {
      ...told,
      ...(own && details(own)),
      ...(isPastHalfTime && halfTime && { halfTime }),
      phase,
      match,
      at: now,
    };
  }
}

/** What a match's own file alone tells. */
function details({ events, lists, lineups, officials, statistics }: OptaAccount['told']) {
  return {
    events,
    ...(lists && { lists }),
    ...(lineups && { lineups }),
    ...(officials && { officials }),
    ...(statistics && { statistics }),
  };
}

/** A match's own file leads, unless a newer list knows that the match is on, or off, of which the file knows nothing. */
function leadOf({ match, fixtures }: Entry): Kept | undefined {
  if (!match || !fixtures) return match ?? fixtures;
  const isNewer = (fixtures.account.writtenAt ?? 0) > (match.account.writtenAt ?? 0);
  const { phase } = fixtures.account.told;
  const changesAll = isCalledOff(phase) || phase === 'abandoned' || phase === 'awarded' || phase === 'suspended';
  const isLeftBehind = isBeforeKickOff(match.account.told.phase);
  return isNewer && (changesAll || isLeftBehind) ? fixtures : match;
}

/** Field by field the match's own file wins, but for a kick-off that a newer list has moved. */
function matchOf({ match, fixtures }: Entry): Match | undefined {
  if (!match || !fixtures) return (match ?? fixtures)?.account.match;
  const isNewer = (fixtures.account.writtenAt ?? 0) > (match.account.writtenAt ?? 0);
  const { kickOff, venue } = fixtures.account.match;
  return {
    ...fixtures.account.match,
    ...match.account.match,
    ...(isNewer && { kickOff }),
    // The list knows the town too.
    ...(venue?.city && { venue }),
  };
}

function stillFor({ from }: OptaAccount, phase: Phase): number {
  if (from === 'fixtures') return STILL_IN_A_LIST;
  return periodIn(phase) || phase === 'shoot-out' ? STILL_IN_PLAY : STILL_IN_A_BREAK;
}
