import type { Calendar, CalendarEntry, CalendarFailure, CalendarResult, OwnEvent } from '../../../src/live/calendar.ts';
import { isPast, statusByTime } from '../../../src/live/next-step.ts';
import type { Clock } from '../../../src/match/instant.ts';

/** What becomes of a request: `lost` is carried out and its answer lost; the rest says when the process dies of it. */
export type Fate = 'fine' | 'busy' | 'lost' | 'refused' | 'dies-before' | 'dies-after';

/** An event as it stands in a server's calendar. */
export interface Standing extends CalendarEntry {
  readonly eventId: string;
  readonly guildId: string;
}

/** Servers' calendars as strict as Discord's: what would be refused there is a fault of ours, and is kept for the test. */
export class FakeCalendar implements Calendar {
  readonly requests: string[] = [];
  readonly faults: string[] = [];
  /** What was carried out and never answered. */
  readonly unanswered: string[] = [];
  /** Of the next requests, first come first; fine when there is none. */
  readonly fates: Fate[] = [];
  readonly #clock: Clock;
  #events: readonly Standing[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  create(guildId: string, entry: CalendarEntry): Promise<CalendarResult> {
    return this.#request(`create ${guildId}`, () => {
      if (entry.startsAt <= this.#clock.now()) return this.#fault('a start that has passed');
      if (entry.endsAt <= entry.startsAt) return this.#fault('an end before its start');
      if (entry.status !== 'scheduled') return this.#fault(`created as ${entry.status}`);
      const eventId = `e${this.requests.length}`;
      this.#events = [...this.#events, { ...entry, eventId, guildId }];
      return { ok: true, eventId };
    });
  }

  change(guildId: string, eventId: string, change: Partial<CalendarEntry>): Promise<CalendarResult> {
    return this.#request(`change ${guildId} ${Object.keys(change)}`, () => {
      const event = this.all().find((each) => each.eventId === eventId && each.guildId === guildId);
      if (!event || isPast(event.status)) return { ok: false, reason: 'gone', problem: 'no such event' };
      const path = `${event.status} > ${change.status}`;
      if (change.status && !['scheduled > active', 'scheduled > cancelled', 'active > completed'].includes(path))
        return this.#fault(path);
      if (change.startsAt !== undefined && (event.status === 'active' || change.startsAt <= this.#clock.now()))
        return this.#fault('a start that cannot be');
      const changed = { ...event, ...change };
      if (changed.endsAt <= changed.startsAt) return this.#fault('an end before its start');
      this.#events = this.#events.map((each) => (each.eventId === eventId ? changed : each));
      return { ok: true, eventId };
    });
  }

  own(guildId: string): Promise<{ readonly ok: true; readonly events: readonly OwnEvent[] } | CalendarFailure> {
    return this.#request(`own ${guildId}`, () => ({ ok: true, events: this.in(guildId) }));
  }

  /** What somebody of the server does. */
  delete(guildId: string): void {
    this.#events = this.#events.filter((event) => event.guildId !== guildId);
  }

  /** Everything that was ever there and nobody deleted. */
  all(): readonly Standing[] {
    const now = this.#clock.now();
    this.#events = this.#events.map((event) => ({ ...event, status: statusByTime(event, now) }));
    return this.#events;
  }

  /** What a server sees: what is to come and what is on. */
  in(guildId: string): readonly Standing[] {
    return this.all().filter((event) => event.guildId === guildId && !isPast(event.status));
  }

  async #request<T>(name: string, carryOut: () => T | CalendarFailure): Promise<T | CalendarFailure> {
    this.requests.push(name);
    const fate = this.fates.shift() ?? 'fine';
    if (fate === 'dies-before') throw new Error('killed');
    if (fate === 'busy') return { ok: false, reason: 'busy', problem: '503' };
    if (fate === 'refused') return { ok: false, reason: 'refused', problem: 'Missing Permissions' };
    const result = carryOut();
    if (fate !== 'fine') this.unanswered.push(name);
    if (fate === 'dies-after') throw new Error('killed');
    return fate === 'lost' ? { ok: false, reason: 'busy', problem: 'no answer' } : result;
  }

  #fault(what: string): CalendarFailure {
    this.faults.push(what);
    return { ok: false, reason: 'refused', problem: what };
  }
}
