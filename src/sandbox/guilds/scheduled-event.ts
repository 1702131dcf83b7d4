import {
  type EventForm,
  type EventPatchForm,
  ExternalScheduledEventCreateRequestSchema,
  ExternalScheduledEventPatchRequestPartialSchema,
  VoiceScheduledEventCreateRequestSchema,
  VoiceScheduledEventPatchRequestPartialSchema,
} from 'discord-api-spec/zod';
import { fault, form, isRecord, required } from '../form.ts';
import { Intent } from '../gateway/event.ts';
import { type Answer, type Call, type Discord, noContent, ok, param } from '../http/call.ts';
import { type Route, route } from '../http/router.ts';
import { demandInGuild, guildPermissions, Permission } from '../permission.ts';
import { demand, type FormFault, refusal } from '../problem.ts';
import type { ScheduledEvent } from '../state/model.ts';

const EXTERNAL = 3;
const MOST = 100;
const [SCHEDULED, ACTIVE, COMPLETED, CANCELLED] = [1, 2, 3, 4] as const;
const NEXT: Readonly<Record<number, readonly number[]>> = { [SCHEDULED]: [ACTIVE, CANCELLED], [ACTIVE]: [COMPLETED] };

export const eventRoutes: readonly Route[] = [
  route('GET', '/guilds/{guild_id}/scheduled-events', list),
  route('POST', '/guilds/{guild_id}/scheduled-events', create),
  route('GET', '/guilds/{guild_id}/scheduled-events/{event_id}', (call) => ok(find(call))),
  route('PATCH', '/guilds/{guild_id}/scheduled-events/{event_id}', patch),
  route('DELETE', '/guilds/{guild_id}/scheduled-events/{event_id}', erase),
];

function list(call: Call): Answer {
  const guildId = param(call, 'guild_id');
  demandInGuild(call.world, guildId, call.caller);
  settleEvents(call);
  return ok([...call.world.events.in(guildId).values()]);
}

function find(call: Call): ScheduledEvent {
  const guildId = param(call, 'guild_id');
  demandInGuild(call.world, guildId, call.caller);
  settleEvents(call);
  const event = call.world.events.get(param(call, 'event_id'));
  if (event?.guild_id !== guildId) throw refusal('unknownEvent');
  return event;
}

/** Whoever may manage events may change all of them; whoever may create them, his own. */
function demandRight({ world, caller }: Call, { guild_id, creator_id }: ScheduledEvent): void {
  const rights = guildPermissions(world, guild_id, caller.id);
  const own = creator_id === caller.id && (rights & Permission.CreateEvents) !== 0n;
  if (!own && (rights & Permission.ManageEvents) === 0n) throw refusal('missingPermissions');
}

function create(call: Call): Answer {
  const guild_id = param(call, 'guild_id');
  demandInGuild(call.world, guild_id, call.caller, Permission.CreateEvents);
  const external = isRecord(call.body) && call.body['entity_type'] === EXTERNAL;
  const schema = external ? ExternalScheduledEventCreateRequestSchema : VoiceScheduledEventCreateRequestSchema;
  const read = form(schema, call.body);
  demand([...timeFaults(read, call.world.now()), ...placeFaults(call, guild_id, read)]);
  const open = [...call.world.events.in(guild_id).values()].filter(({ status }) => status <= ACTIVE);
  if (open.length >= MOST) throw refusal('tooManyEvents');
  const event = call.world.events.put({
    id: call.world.nextId(),
    guild_id,
    channel_id: read.channel_id ?? null,
    creator_id: call.caller.id,
    name: read.name,
    description: read.description ?? null,
    scheduled_start_time: read.scheduled_start_time,
    scheduled_end_time: read.scheduled_end_time ?? null,
    privacy_level: read.privacy_level,
    status: SCHEDULED,
    entity_type: read.entity_type,
    entity_id: null,
    entity_metadata: read.entity_metadata ?? null,
  });
  tell(call, 'GUILD_SCHEDULED_EVENT_CREATE', event);
  return ok(event);
}

interface Times {
  readonly scheduled_start_time?: string | undefined;
  readonly scheduled_end_time?: string | null | undefined;
}

function timeFaults({ scheduled_start_time: start, scheduled_end_time: end }: Times, now: number): FormFault[] {
  const faults: FormFault[] = [];
  if (start !== undefined && Date.parse(start) <= now)
    faults.push(
      fault(['scheduled_start_time'], 'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST', 'Cannot schedule event in the past.'),
    );
  if (start !== undefined && end && Date.parse(end) <= Date.parse(start))
    faults.push(
      fault(
        ['scheduled_end_time'],
        'GUILD_SCHEDULED_EVENT_END_BEFORE_START',
        'Cannot schedule event to end before it starts.',
      ),
    );
  return faults;
}

type Place = Pick<EventForm, 'name' | 'entity_type' | 'channel_id' | 'scheduled_end_time' | 'entity_metadata'>;

function placeFaults({ world }: Call, guildId: string, read: Place): FormFault[] {
  if (read.name.trim() === '') return [required(['name'])];
  if (read.entity_type !== EXTERNAL) {
    const channel = world.channels.get(read.channel_id ?? '');
    const voice = channel?.guild_id === guildId && (channel.type === 2 || channel.type === 13);
    return voice ? [] : [required(['channel_id'])];
  }
  const faults: FormFault[] = [];
  if (!read.scheduled_end_time) faults.push(required(['scheduled_end_time']));
  if ((read.entity_metadata?.location ?? '').trim() === '') faults.push(required(['entity_metadata', 'location']));
  if (read.channel_id) faults.push(fault(['channel_id'], 'BASE_TYPE_BAD_VALUE', 'An event outside has no channel.'));
  return faults;
}

function patch(call: Call): Answer {
  const event = find(call);
  demandRight(call, event);
  if (event.status >= COMPLETED) throw refusal('finishedEvent');
  const external = event.entity_type === EXTERNAL;
  const schema = external
    ? ExternalScheduledEventPatchRequestPartialSchema
    : VoiceScheduledEventPatchRequestPartialSchema;
  const { status, entity_type, ...read }: EventPatchForm = form(schema, call.body);
  if (typeof status === 'number' && status !== event.status && !NEXT[event.status]?.includes(status))
    demand([
      fault(
        ['status'],
        'GUILD_SCHEDULED_EVENT_STATUS_TRANSITION',
        `An event with status ${event.status} cannot become ${status}.`,
      ),
    ]);
  const { scheduled_start_time = event.scheduled_start_time, scheduled_end_time = event.scheduled_end_time } = read;
  const begins = read.scheduled_start_time === undefined ? 0 : call.world.now();
  demand(timeFaults({ scheduled_start_time, scheduled_end_time }, begins));
  const after: ScheduledEvent = {
    ...event,
    ...Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)),
    status: status ?? event.status,
    entity_type: entity_type ?? event.entity_type,
  };
  demand(placeFaults(call, event.guild_id, after));
  const changed = call.world.events.put(after);
  tell(call, 'GUILD_SCHEDULED_EVENT_UPDATE', changed);
  return ok(changed);
}

function erase(call: Call): Answer {
  const event = find(call);
  demandRight(call, event);
  call.world.events.delete(event.id);
  tell(call, 'GUILD_SCHEDULED_EVENT_DELETE', event);
  return noContent;
}

/** An event that is held outside of Discord begins and ends by itself, at the times it was given. */
export function settleEvents(discord: Pick<Discord, 'world' | 'gateway'>): void {
  const now = discord.world.now();
  for (const event of discord.world.events.values()) {
    if (event.entity_type !== EXTERNAL) continue;
    const hasBegun = event.status === SCHEDULED && Date.parse(event.scheduled_start_time) <= now;
    const hasEnded = Date.parse(event.scheduled_end_time ?? '') <= now;
    if (hasBegun || (event.status === ACTIVE && hasEnded)) {
      const status = hasEnded ? COMPLETED : ACTIVE;
      tell(discord, 'GUILD_SCHEDULED_EVENT_UPDATE', discord.world.events.put({ ...event, status }));
    }
  }
}

function tell({ gateway }: Pick<Discord, 'gateway'>, t: string, event: ScheduledEvent): void {
  gateway.publish({ t, intent: Intent.GuildScheduledEvents, guildId: event.guild_id, data: () => event });
}
