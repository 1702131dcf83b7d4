import {
  type Client,
  Events,
  type Interaction,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  type REST,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import { localeOf } from '../locale.ts';
import type { Log } from '../log.ts';
import { texts } from '../messages/texts.ts';

export interface TakeEventsOptions {
  readonly log: Log;
  /** Answers an interaction; it never rejects. */
  answer(interaction: Interaction): Promise<void>;
  /** Whether an interaction is this process's to refuse, where others hear of it too; without it all are. */
  claim?(interactionId: string): Promise<boolean>;
}

/**
 * Takes a client's interactions to `answer`, and keeps what discord.js cannot make sense of from ending the process: its
 * structures throw while the socket is being read, where nobody catches it. An interaction that comes to nothing there is
 * refused all the same, as far as it says where an answer goes.
 */
export function takeEvents(client: Client, { log, answer, claim }: TakeEventsOptions): void {
  let isTaken = false;
  client.on(Events.InteractionCreate, (interaction) => {
    isTaken = true;
    void answer(interaction);
  });

  // Every event goes through this method, whether it comes from the socket or from the queue of those that came too early.
  const handlePacket: unknown = Reflect.get(client.ws, 'handlePacket');
  if (typeof handlePacket !== 'function') throw new TypeError('discord.js hands its events on in another way');
  const guarded = (packet: unknown, shard: unknown): unknown => {
    isTaken = false;
    let isQueued = false;
    try {
      isQueued = Reflect.apply(handlePacket, client.ws, [packet, shard]) === false;
    } catch (error) {
      log.error({ err: error, event: nameOf(packet) }, 'a gateway event made no sense');
    }
    if (!isQueued && !isTaken && nameOf(packet) === 'INTERACTION_CREATE') void refuse(packet);
    return !isQueued;
  };
  Reflect.set(client.ws, 'handlePacket', guarded);

  async function refuse(packet: unknown): Promise<void> {
    const addressed = Addressed.safeParse(packet);
    if (!addressed.success) return;
    try {
      if (claim && !(await claim(addressed.data.d.id))) return;
      await refuseInteraction(client.rest, addressed.data.d);
    } catch (error) {
      log.warn({ err: error, interaction: addressed.data.d.id }, 'an interaction could not be refused');
    }
  }
}

/** As much of an interaction as an answer takes, whatever else is wrong with it. */
const Addressed = z.object({
  d: z.object({
    id: z.string().regex(/^\d+$/),
    token: z.string().min(1),
    type: z.unknown(),
    locale: z.string().optional().catch(undefined),
  }),
});

async function refuseInteraction(rest: REST, interaction: z.infer<typeof Addressed>['d']): Promise<void> {
  const { id, token, type, locale } = interaction;
  const content = texts(localeOf(locale)).errors.notUnderstood;
  const body =
    type === InteractionType.ApplicationCommandAutocomplete
      ? { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } }
      : {
          type: InteractionResponseType.ChannelMessageWithSource,
          data: { content, flags: MessageFlags.Ephemeral, allowed_mentions: { parse: [] } },
        };
  await rest.post(Routes.interactionCallback(id, encodeURIComponent(token)), { auth: false, body });
}

function nameOf(packet: unknown): unknown {
  return typeof packet === 'object' && packet !== null && 't' in packet ? packet.t : undefined;
}
