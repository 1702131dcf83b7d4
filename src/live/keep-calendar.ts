import type { Feed } from '../feed/feed.ts';
import type { Log } from '../log.ts';
import { type Clock, DAY, type Instant, MINUTE } from '../match/instant.ts';
import { Rounds } from '../rounds.ts';
import type { SubscriptionStore } from '../subscriptions/subscription.ts';
import type { Calendar, CalendarFailure, CalendarStore, KeptEntry, OwnEvent } from './calendar.ts';
import { type Place, placesOf } from './calendar-places.ts';
import type { LeaseStore, MatchStore } from './match-store.ts';
import { endedAs, isAhead, isPast, mayEnter, nextChange, nextStep, statusByTime } from './next-step.ts';

export interface KeepCalendarOptions {
  readonly feed: Pick<Feed, 'matches'>;
  readonly store: {
    readonly matches: Pick<MatchStore, 'state'>;
    readonly subscriptions: Pick<SubscriptionStore, 'to'>;
    readonly calendar: CalendarStore;
    readonly leases: LeaseStore;
  };
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly log: Log;
  /** Names this process among those that share the store: one of them keeps the calendars. */
  readonly name: string;
}

const EVERY = MINUTE;
const LEASE = 'calendar';
/** How long nothing is entered in the calendar of a server that refused it: Discord bans who is refused too often. */
const LEFT_ALONE = DAY;

/**
 * Keeps followed matches in the calendars of the servers that follow them: entered, moved, begun, ended. One request at
 * a time, so that the calendars of many servers leave room for what is urgent.
 */
export class CalendarKeeper {
  readonly #options: KeepCalendarOptions;
  readonly #rounds: Rounds;
  #stopped = false;
  /** Servers that refused, and until when they are left alone. */
  readonly #closed = new Map<string, Instant>();

  constructor(options: KeepCalendarOptions) {
    this.#options = options;
    this.#rounds = new Rounds({
      round: () => this.keep().then(() => EVERY),
      onFailure: (error) => {
        options.log.error({ err: error }, 'the calendars could not be kept; trying again');
        return EVERY;
      },
    });
  }

  start(): void {
    this.#rounds.start();
  }

  /** Resolves when what was asked of Discord has been answered and written down. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#rounds.stop();
    await this.#options.store.leases.release(LEASE, this.#options.name);
  }

  /** Brings every server's calendar up to date, once; nothing where another process does. */
  async keep(): Promise<void> {
    const { store, feed, clock } = this.#options;
    if (!(await this.#leads())) return;
    const listed = new Map((await feed.matches()).map((match) => [match.id, match]));
    const ahead = [...listed.values()].filter(({ kickOff }) => isAhead(kickOff, clock.now())).map(({ id }) => id);
    for (const matchId of new Set([...(await store.calendar.openMatches()), ...ahead])) {
      for (const place of await placesOf(store, matchId, listed.get(matchId))) {
        const step = nextStep(place.kept, place.wanted, clock.now());
        if (step === 'nothing') continue;
        // A round may take longer than a lease, and two processes would enter a match twice.
        if (this.#stopped || !(await this.#leads())) return;
        await (step === 'look' && place.kept ? this.#look(place, place.kept) : this.#enter(place));
      }
    }
  }

  #leads(): Promise<boolean> {
    const { store, clock, name } = this.#options;
    return store.leases.take(LEASE, name, clock.now(), 3 * EVERY);
  }

  async #enter({ guildId, matchId, wanted }: Place): Promise<void> {
    const { store, calendar, clock } = this.#options;
    if ((this.#closed.get(guildId) ?? 0) > clock.now()) return;
    const intent: KeptEntry = { guildId, matchId, entry: wanted, isSettled: false };
    // Written before it is asked for: whoever finds it without an id looks whether Discord has it.
    await store.calendar.save(intent);
    const created = await calendar.create(guildId, wanted);
    if (created.ok) await store.calendar.save({ ...intent, eventId: created.eventId });
    else await this.#failed(intent, created);
  }

  async #look(place: Place, kept: KeptEntry): Promise<void> {
    const { store, calendar, clock } = this.#options;
    const own = await calendar.own(place.guildId);
    if (!own.ok) return this.#failed(kept, own);
    const event = own.events.find(isOf(kept));
    const status = event && statusByTime(event, clock.now());
    if (!event || !status || isPast(status)) return this.#missing(place, kept);
    const { eventId, startsAt, endsAt } = event;
    const known: KeptEntry = { ...kept, eventId, entry: { ...kept.entry, startsAt, endsAt, status } };
    const change = nextChange(status, known.entry, place.wanted, clock.now());
    // Its id is kept before it changes: by what it says it would not be found again.
    if (!change || kept.eventId === undefined) await store.calendar.save(known);
    if (!change) return;
    const changed = await calendar.change(place.guildId, eventId, change);
    if (changed.ok) {
      const entry = { ...known.entry, ...change };
      return store.calendar.save({ ...known, entry, isSettled: isPast(entry.status) });
    }
    if (changed.reason === 'gone') return this.#missing(place, known);
    await this.#failed(known, changed);
  }

  /** Discord has no such event, or it is over there. */
  async #missing(place: Place, kept: KeptEntry): Promise<void> {
    if (kept.eventId !== undefined) return this.#settle(place, kept);
    // It was never entered.
    if (mayEnter(place.wanted, this.#options.clock.now())) return this.#enter(place);
    await this.#options.store.calendar.save({
      ...kept,
      entry: { ...kept.entry, status: 'cancelled' },
      isSettled: true,
    });
  }

  async #settle({ wanted }: Place, kept: KeptEntry): Promise<void> {
    const { store, clock } = this.#options;
    const status = endedAs(kept.entry, wanted, clock.now());
    await store.calendar.save({ ...kept, entry: { ...kept.entry, status }, isSettled: true });
  }

  /** What Discord refuses is not asked for again; what it was too busy for is, in the next round. */
  async #failed(kept: KeptEntry, { reason, problem }: CalendarFailure): Promise<void> {
    const { clock, log } = this.#options;
    const { guildId, matchId } = kept;
    const isSettled = reason !== 'busy';
    if (reason === 'refused') this.#closed.set(guildId, clock.now() + LEFT_ALONE);
    log.info({ guildId, matchId, problem, isSettled }, 'a calendar could not be brought up to date');
    await this.#options.store.calendar.save({ ...kept, isSettled });
  }
}

/** Whether an event is the one that is kept or, where its id is not known, the one that was asked for. */
function isOf({ eventId, entry }: KeptEntry) {
  return (event: OwnEvent) =>
    eventId === undefined ? event.name === entry.name && event.startsAt === entry.startsAt : event.eventId === eventId;
}
