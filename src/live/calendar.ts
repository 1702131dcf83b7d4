import type { Instant } from '../match/instant.ts';

/** How far along an event is. Discord itself begins one at its start and ends it at its end. */
export type EntryStatus = 'scheduled' | 'active' | 'completed' | 'cancelled';

/** A match in a server's calendar, as Discord is told of it. */
export interface CalendarEntry {
  readonly name: string;
  readonly description: string;
  readonly location: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly status: EntryStatus;
}

/** An entry as it is kept: what Discord has taken or, without an id, what it was asked to take. */
export interface KeptEntry {
  readonly guildId: string;
  readonly matchId: string;
  /** Absent until Discord has answered. */
  readonly eventId?: string;
  readonly entry: CalendarEntry;
  /**
   * Nothing more is done about it. One that was called off or is over may be followed by another of the same match; one
   * that is settled before that was refused, or deleted by somebody of the server, and stays as it is.
   */
  readonly isSettled: boolean;
}

/** Where it is kept what stands in which server's calendar. */
export interface CalendarStore {
  of(matchId: string): Promise<readonly KeptEntry[]>;
  /** The matches of which some entry is not settled. */
  openMatches(): Promise<readonly string[]>;
  save(kept: KeptEntry): Promise<void>;
}

/**
 * Why a request to a server's calendar came to nothing: `refused` is for good, `gone` means that there is no such event
 * any more or that it is over, `busy` may be tried again.
 */
export interface CalendarFailure {
  readonly ok: false;
  readonly reason: 'busy' | 'refused' | 'gone';
  readonly problem: string;
}

export type CalendarResult = { readonly ok: true; readonly eventId: string } | CalendarFailure;

/** An event of our own in a server's calendar, as it stands there. */
export interface OwnEvent extends Pick<CalendarEntry, 'name' | 'startsAt' | 'endsAt' | 'status'> {
  readonly eventId: string;
}

export type OwnEvents = { readonly ok: true; readonly events: readonly OwnEvent[] } | CalendarFailure;

/** The way to servers' calendars (Discord's scheduled events). Each request is made once. */
export interface Calendar {
  /** Enters an event that is to come. */
  create(guildId: string, entry: CalendarEntry): Promise<CalendarResult>;
  change(guildId: string, eventId: string, change: Partial<CalendarEntry>): Promise<CalendarResult>;
  /** Our own events there. Of those that are over, Discord may show some or none. */
  own(guildId: string): Promise<OwnEvents>;
}
