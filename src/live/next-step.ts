import { DAY, type Instant, MINUTE } from '../match/instant.ts';
import type { CalendarEntry, EntryStatus, KeptEntry } from './calendar.ts';

/** How far ahead matches are entered. */
const AHEAD = 7 * DAY;
/** Discord takes no start that has passed, so what is about to begin is left alone. */
const SOONEST = MINUTE;

/**
 * What is to be done about a match in a server's calendar: enter it, or look how it stands there, because that is not
 * known, or has to change, or is over by now.
 */
export type Step = 'nothing' | 'enter' | 'look';

export function nextStep(kept: KeptEntry | undefined, wanted: CalendarEntry, now: Instant): Step {
  // A match that was called off, or is over, may be to come once more.
  if (!kept || (kept.isSettled && isPast(kept.entry.status))) return mayEnter(wanted, now) ? 'enter' : 'nothing';
  if (kept.isSettled) return 'nothing';
  if (kept.eventId === undefined) return 'look';
  const status = statusByTime(kept.entry, now);
  return isPast(status) || nextChange(status, kept.entry, wanted, now) ? 'look' : 'nothing';
}

/**
 * What Discord is asked to change next of an event that stands as `status` and says what `entry` says; undefined when
 * nothing is to be done. It begins only what is scheduled, ends only what has begun, and calls off only what has not.
 */
export function nextChange(
  status: EntryStatus,
  entry: CalendarEntry,
  wanted: CalendarEntry,
  now: Instant,
): Partial<CalendarEntry> | undefined {
  if (isPast(status)) return undefined;
  if (status === 'scheduled') {
    if (isPast(wanted.status)) return { status: 'cancelled' };
    if (wanted.status === 'active') return { status: 'active' };
    const isMoved = entry.startsAt !== wanted.startsAt && wanted.startsAt >= now + SOONEST;
    const { startsAt, endsAt } = wanted;
    return unlessEmpty({ ...newWords(entry, wanted), ...(isMoved && { startsAt, endsAt }) });
  }
  if (isPast(wanted.status) || isOtherDay(entry, wanted)) return { status: 'completed' };
  // A start that was is no longer changed; an end is put off while the match goes on.
  const { endsAt } = wanted;
  return unlessEmpty({ ...newWords(entry, wanted), ...(endsAt > entry.endsAt && { endsAt }) });
}

/** How an event stands that nobody has touched since: Discord begins and ends it at its times. */
export function statusByTime(
  { status, startsAt, endsAt }: Pick<CalendarEntry, 'status' | 'startsAt' | 'endsAt'>,
  now: Instant,
): EntryStatus {
  if (isPast(status)) return status;
  if (now >= endsAt) return 'completed';
  return now >= startsAt ? 'active' : status;
}

export function mayEnter({ status, startsAt }: CalendarEntry, now: Instant): boolean {
  return status === 'scheduled' && isAhead(startsAt, now);
}

/** Whether a match begins so far ahead that it may be entered, and no further. */
export function isAhead(kickOff: Instant, now: Instant): boolean {
  return kickOff >= now + SOONEST && kickOff < now + AHEAD;
}

export function isPast(status: EntryStatus): boolean {
  return status === 'completed' || status === 'cancelled';
}

/**
 * How an event ended that Discord has no more. Where nobody wished its end, somebody of the server took it off: it keeps
 * the status it had, and that is respected.
 */
export function endedAs(entry: CalendarEntry, wanted: CalendarEntry, now: Instant): EntryStatus {
  const status = statusByTime(entry, now);
  if (isPast(status)) return status;
  if (isPast(wanted.status)) return wanted.status;
  return status === 'active' && isOtherDay(entry, wanted) ? 'completed' : entry.status;
}

function isOtherDay({ endsAt }: CalendarEntry, wanted: CalendarEntry): boolean {
  return wanted.status === 'scheduled' && wanted.startsAt >= endsAt;
}

function newWords(entry: CalendarEntry, { name, description, location }: CalendarEntry): Partial<CalendarEntry> {
  return {
    ...(name !== entry.name && { name }),
    ...(description !== entry.description && { description }),
    ...(location !== entry.location && { location }),
  };
}

function unlessEmpty(change: Partial<CalendarEntry>): Partial<CalendarEntry> | undefined {
  return Object.keys(change).length > 0 ? change : undefined;
}
