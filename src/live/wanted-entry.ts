import type { Locale } from '../locale.ts';
import { HOUR, type Instant, MINUTE } from '../match/instant.ts';
import type { Match } from '../match/match.ts';
import { isCalledOff, isLive, isOver } from '../match/phase.ts';
import { hasEnded, type MatchState } from '../match/state.ts';
import { calendarWords } from '../messages/calendar-entry.ts';
import type { CalendarEntry, EntryStatus } from './calendar.ts';

/** Discord wants to know when it ends, and then ends it: a match that goes on needs its end moved before that. */
const LENGTH = 2 * HOUR;
const LONGER_BY = 30 * MINUTE;
const IN_GOOD_TIME = 10 * MINUTE;
/** Extra time, a shoot-out and an interruption; what is longer is a feed that never says the end. */
const LONGEST = 4 * HOUR;

/** What a server's calendar should say of a match; `match` as it is announced now, `state` as it was last seen. */
export function wantedEntry(match: Match, state: MatchState | undefined, locale: Locale): CalendarEntry {
  const startsAt = match.kickOff;
  const status = statusOf(state);
  return {
    ...calendarWords(match, { locale }),
    startsAt,
    endsAt: startsAt + (state && status === 'active' ? lengthBy(state.seenAt - startsAt) : LENGTH),
    status,
  };
}

/** How long a match will have lasted that is not over so long after its kick-off. */
function lengthBy(passed: Instant): number {
  const missing = Math.max(0, passed + IN_GOOD_TIME - LENGTH);
  return Math.min(LENGTH + Math.ceil(missing / LONGER_BY) * LONGER_BY, LONGEST);
}

function statusOf(state: MatchState | undefined): EntryStatus {
  if (!state) return 'scheduled';
  const { phase } = state.snapshot;
  if (hasEnded(state)) return 'completed';
  if (isCalledOff(phase)) return 'cancelled';
  return isLive(phase) || isOver(phase) || phase === 'suspended' ? 'active' : 'scheduled';
}
