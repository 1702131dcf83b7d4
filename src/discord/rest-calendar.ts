import { DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js';
import { z } from 'zod';
import type {
  Calendar,
  CalendarEntry,
  CalendarFailure,
  CalendarResult,
  EntryStatus,
  OwnEvents,
} from '../live/calendar.ts';
import { AT_ONCE, ownId, pacedRest, type RestTransportOptions } from './rest-transport.ts';

/** Discord's numbers: visible to the server alone, somewhere outside Discord, and how far along. */
const GUILD_ONLY = 2;
const EXTERNAL = 3;
const STATUS: Readonly<Record<EntryStatus, number>> = { scheduled: 1, active: 2, completed: 3, cancelled: 4 };
const STATUS_OF: Readonly<Record<number, EntryStatus>> = {
  1: 'scheduled',
  2: 'active',
  3: 'completed',
  4: 'cancelled',
};

const created = z.object({ id: z.string() });
const instant = z.string().transform((text) => Date.parse(text));
const listed = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    scheduled_start_time: instant,
    /** Absent of events in a voice channel, which are never ours. */
    scheduled_end_time: instant.nullish(),
    status: z.number(),
    creator_id: z.string().nullish(),
  }),
);

/**
 * Servers' calendars, through a REST client of their own that asks once: a creation of which the answer was lost and
 * that is asked for again would be a second event.
 */
export function restCalendar({ pace = AT_ONCE, ...options }: RestTransportOptions): Calendar {
  const rest = pacedRest({ ...options, pace });
  const self = ownId(rest);
  const asked = async (request: () => Promise<unknown>): Promise<CalendarResult> => {
    try {
      return { ok: true, eventId: created.parse(await pace.run(request)).id };
    } catch (error) {
      return failure(error);
    }
  };
  return {
    create: (guildId, entry) =>
      asked(() =>
        rest.post(Routes.guildScheduledEvents(guildId), {
          body: { ...bodyOf({ ...entry, status: undefined }), privacy_level: GUILD_ONLY, entity_type: EXTERNAL },
        }),
      ),
    change: (guildId, eventId, change) =>
      asked(() => rest.patch(Routes.guildScheduledEvent(guildId, eventId), { body: bodyOf(change) })),
    async own(guildId): Promise<OwnEvents> {
      try {
        const id = await self();
        const found = listed.parse(await pace.run(() => rest.get(Routes.guildScheduledEvents(guildId))));
        return { ok: true, events: found.filter(({ creator_id }) => creator_id === id).flatMap(ownEvent) };
      } catch (error) {
        return failure(error);
      }
    },
  };
}

/** What an entry says in Discord's words; what is not said stays as it is. */
function bodyOf(entry: { readonly [Field in keyof CalendarEntry]?: CalendarEntry[Field] | undefined }) {
  const { name, description, location, startsAt, endsAt, status } = entry;
  return {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    ...(location !== undefined && { entity_metadata: { location } }),
    ...(startsAt !== undefined && { scheduled_start_time: new Date(startsAt).toISOString() }),
    ...(endsAt !== undefined && { scheduled_end_time: new Date(endsAt).toISOString() }),
    ...(status !== undefined && { status: STATUS[status] }),
  };
}

function ownEvent({ id, name, scheduled_start_time, scheduled_end_time, status }: z.infer<typeof listed>[number]) {
  const known = STATUS_OF[status];
  if (!known || scheduled_end_time == null) return [];
  return [{ eventId: id, name, startsAt: scheduled_start_time, endsAt: scheduled_end_time, status: known }];
}

/** There is no such event, or it is over and takes no changes. */
const GONE: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownGuildScheduledEvent,
  RESTJSONErrorCodes.CannotUpdateAFinishedEvent,
];

function failure(error: unknown): CalendarFailure {
  const problem = error instanceof Error ? error.message : String(error);
  return { ok: false, reason: reasonOf(error), problem };
}

function reasonOf(error: unknown): CalendarFailure['reason'] {
  // Time-outs, limits, Discord's own trouble, an answer that is none: what became of it is unknown.
  if (!(error instanceof DiscordAPIError)) return 'busy';
  if (GONE.includes(error.code)) return 'gone';
  // A token that is not accepted says nothing about a server, nor does a refusal without a code.
  const isPassing = error.status >= 500 || [401, 429].includes(error.status) || (error.status !== 400 && !error.code);
  return isPassing ? 'busy' : 'refused';
}
